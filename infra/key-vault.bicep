// The secret under which the keys of survey answers are wrapped. Apart from the storage account: whoever may read every table
// still opens no answer.

@maxLength(24)
param name string
param location string
param tags object
param readerPrincipalId string

@secure()
param surveySecret string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // The secret that opens the answers cannot be lost by one wrong click.
    enablePurgeProtection: true
  }
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'survey-secret'
  properties: {
    value: surveySecret
    attributes: { enabled: true }
  }
}

resource mayReadSecret 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerPrincipalId, secretsUser)
  scope: vault
  properties: {
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

// Without a version: the setting names the secret, and the vault gives what it holds.
output surveySecretUri string = '${vault.properties.vaultUri}secrets/${secret.name}'

// Passerelle in one resource group: storage without keys, one web app, the identity they share, and the bot.
// Read infra/README.md before deploying: nothing here was compiled or deployed where it was written.

@description('Short name that every resource begins with: small letters and digits.')
@minLength(3)
@maxLength(16)
param baseName string = 'passerelle'

@description('Where the resources live. Data never leaves it, but for storage replication in the paired zones.')
param location string = resourceGroup().location

@description('Directory (tenant) that the product serves: one deployment, one tenant.')
param tenantId string = subscription().tenantId

@description('Client id of the app registration that signs people in to the tab.')
param tabAppId string

@description('Domain of the product, without https://. Empty: the web app’s own azurewebsites.net name.')
param customDomain string = ''

@description('Secret that signs the addresses of calendar files: at least 32 characters, kept for the life of the deployment.')
@secure()
@minLength(32)
param calendarKey string

@description('Secret under which the keys of survey answers are wrapped: at least 32 characters, kept for the life of the deployment. It lies in a Key Vault, apart from the storage account.')
@secure()
@minLength(32)
param surveySecret string

@description('Bearer token that may read /metrics. Empty: metrics answer on the machine itself only.')
@secure()
param metricsToken string = ''

@description('App Service plan. P0v3 carries some thousands of people; more instances share the same storage.')
@allowed(['B1', 'B2', 'P0v3', 'P1v3', 'P2v3'])
param planSku string = 'P0v3'

@description('Number of instances of the server.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('Copies of the data: zones of one region, or one place.')
@allowed(['Standard_ZRS', 'Standard_LRS'])
param storageSku string = 'Standard_ZRS'

@description('Price tier of the bot service; Teams messages are free in both.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('Whether logs and metrics of the web app and of storage go to a Log Analytics workspace.')
param withLogAnalytics bool = true

@description('Who hears of a lane that does not move, a wrong clock and their like. Empty: the alerts are seen in Azure only. Needs Log Analytics.')
param alertEmail string = ''

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

var suffix = uniqueString(resourceGroup().id)
var webAppName = '${baseName}-${suffix}'
var defaultDomain = '${webAppName}.azurewebsites.net'
var domain = empty(customDomain) ? defaultDomain : customDomain
var tags = { product: 'passerelle' }

module identity 'identity.bicep' = {
  name: 'identity'
  params: {
    name: '${baseName}-identity'
    location: location
    tags: tags
  }
}

module logs 'logs.bicep' = if (withLogAnalytics) {
  name: 'logs'
  params: {
    name: '${baseName}-logs'
    location: location
    tags: tags
    retentionDays: logRetentionDays
  }
}

module alerts 'alerts.bicep' = if (withLogAnalytics) {
  name: 'alerts'
  params: {
    name: baseName
    location: location
    tags: tags
    workspaceId: withLogAnalytics ? logs.outputs.workspaceId : ''
    alertEmail: alertEmail
  }
}

module storage 'storage.bicep' = {
  name: 'storage'
  params: {
    name: take('${baseName}${suffix}', 24)
    location: location
    tags: tags
    sku: storageSku
    readerWriterPrincipalId: identity.outputs.principalId
    workspaceId: withLogAnalytics ? logs.outputs.workspaceId : ''
  }
}

module keyVault 'key-vault.bicep' = {
  name: 'key-vault'
  params: {
    name: take('${baseName}-${suffix}', 24)
    location: location
    tags: tags
    readerPrincipalId: identity.outputs.principalId
    surveySecret: surveySecret
  }
}

module webApp 'web-app.bicep' = {
  name: 'web-app'
  params: {
    name: webAppName
    location: location
    tags: tags
    planSku: planSku
    instances: instances
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    tenantId: tenantId
    tabAppId: tabAppId
    domain: domain
    tableUrl: storage.outputs.tableUrl
    queueUrl: storage.outputs.queueUrl
    surveySecretUri: keyVault.outputs.surveySecretUri
    calendarKey: calendarKey
    metricsToken: metricsToken
    workspaceId: withLogAnalytics ? logs.outputs.workspaceId : ''
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: '${baseName}-${suffix}-bot'
    tags: tags
    sku: botSku
    endpoint: 'https://${domain}/api/messages'
    appId: identity.outputs.clientId
    tenantId: tenantId
    identityId: identity.outputs.id
  }
}

// The Agents Toolkit writes these into env/.env.<environment>, where the manifest’s placeholders find them.
output BOT_ID string = identity.outputs.clientId
output APP_DOMAIN string = domain
output WEB_APP_RESOURCE_ID string = webApp.outputs.id

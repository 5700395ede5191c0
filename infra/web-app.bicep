// The server: https only, no FTP, its identity instead of secrets. The settings are those of bot/config.ts.

param name string
param location string
param tags object
param planSku string
param instances int
param identityId string
param identityClientId string
param tenantId string
param tabAppId string
param domain string
param tableUrl string
param queueUrl string
param surveySecretUri string
param workspaceId string

@secure()
param calendarKey string

@secure()
param metricsToken string

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource webApp 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      appCommandLine: 'node build/js/bot/index.js'
      alwaysOn: true
      http20Enabled: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      healthCheckPath: '/healthz'
      appSettings: [
        { name: 'NODE_ENV', value: 'production' }
        { name: 'PASSERELLE_MODE', value: 'production' }
        { name: 'PORT', value: '8080' }
        { name: 'HOST', value: '0.0.0.0' }
        // App Service's own load balancer writes who asks into X-Forwarded-For.
        { name: 'PROXIES', value: '1' }
        { name: 'PUBLIC_URL', value: 'https://${domain}' }
        { name: 'TENANT_ID', value: tenantId }
        { name: 'BOT_APP_ID', value: identityClientId }
        { name: 'BOT_APP_TYPE', value: 'UserAssignedMSI' }
        { name: 'AZURE_CLIENT_ID', value: identityClientId }
        { name: 'TAB_APP_ID', value: tabAppId }
        { name: 'STORAGE_TABLE_URL', value: tableUrl }
        { name: 'STORAGE_QUEUE_URL', value: queueUrl }
        { name: 'CALENDAR_KEY', value: calendarKey }
        { name: 'SURVEY_SECRET', value: '@Microsoft.KeyVault(SecretUri=${surveySecretUri})' }
        { name: 'METRICS_TOKEN', value: metricsToken }
        // The package is complete when it arrives: nothing is installed or built on the server.
        { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'false' }
        { name: 'WEBSITE_RUN_FROM_PACKAGE', value: '1' }
        // The load balancer stops sending requests, then the server has this long to finish its turns.
        { name: 'WEBSITES_CONTAINER_STOP_TIME_LIMIT', value: '60' }
      ]
    }
  }
}

resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: webApp
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noPublishingPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: webApp
  name: 'scm'
  properties: {
    allow: false
  }
}

resource keepLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(workspaceId)) {
  name: 'to-log-analytics'
  scope: webApp
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output id string = webApp.id

// What somebody has to hear of although every server still answers. The lines are those of the server's log; docs/operations.md says what to do.

param name string
param location string
param tags object
param workspaceId string
param alertEmail string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmail)) {
  name: '${name}-alerts'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'passerelle'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

var rules = [
  { event: 'lane-stalled', severity: 1, words: 'Messages that may go have not been sent for twenty minutes.' }
  { event: 'clock-wrong', severity: 1, words: 'The clock of a server differs from the store’s by more than a minute: it has stopped itself.' }
  { event: 'row-unreadable', severity: 2, words: 'A stored row cannot be read.' }
  { event: 'tokens-refused', severity: 3, words: 'Many tokens were refused within a minute.' }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for rule in rules: {
  name: '${name}-${rule.event}'
  location: location
  tags: tags
  properties: {
    displayName: 'Passerelle: ${rule.event}'
    description: rule.words
    severity: rule.severity
    enabled: true
    evaluationFrequency: 'PT5M'
    windowSize: 'PT10M'
    scopes: [workspaceId]
    criteria: {
      allOf: [
        {
          query: 'AppServiceConsoleLogs | where ResultDescription has \'"event":"${rule.event}"\''
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: empty(alertEmail) ? [] : [people.id]
    }
  }
}]

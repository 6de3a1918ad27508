# expect: no-steps 4:3 | the scenario 'A sale' has no steps | Given, When, Then
Feature: Sales

  Scenario: A sale

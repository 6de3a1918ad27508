# expect: empty-feature 4:3 | the rule 'Forgotten' has no scenario | take the rule out
Feature: Sales

  Rule: Forgotten
    It will be written some day.

  Rule: Kept
    Scenario: A sale
      Given the practice "sale"
      When it is checked
      Then "r" is violated

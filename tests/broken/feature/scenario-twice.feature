# expect: scenario-twice 10:5 | the scenario 'A sale' has the name of the one on line 4 | rename one
Feature: Sales

  Scenario: A sale
    Given the practice "sale"
    When it is checked
    Then "r" is violated

  Rule: Another
    Scenario: A sale
      Given the practice "sale"
      When it is checked
      Then "r" is satisfied

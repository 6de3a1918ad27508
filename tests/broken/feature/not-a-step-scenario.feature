# expect: not-a-step 4:3 | the feature has a line that is read as prose: 'Scenaro: A sale' | write 'Scenario: …'
Feature: Sales

  Scenaro: A sale
    Given the practice "sale"
    When it is checked
    Then "r" is violated

  Scenario: Another sale
    Given the practice "sale"
    When it is checked
    Then "r" is violated

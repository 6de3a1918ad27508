# expect: not-a-step 5:5 | the scenario 'A sale' has a line that is not a step: 'Given: the practice "sale"' | write 'Given …'
Feature: Sales

  Scenario: A sale
    Given: the practice "sale"
    When it is checked
    Then "r" is violated

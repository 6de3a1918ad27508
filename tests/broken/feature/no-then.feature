# expect: no-then 8:3 | the scenario 'A sale' has no Then, so it can never fail | say what must be found
Feature: Sales

  Background:
    Given the practice "sale"
    Then "r" is violated

  Scenario: A sale
    When it is checked

# expect: not-a-step 8:5 | the first step of the scenario 'A sale' continues nothing: 'And the practice "sale"' | begin with Given, When or Then
Feature: Sales

  Background:
    Given it happened on 2019-05-08

  Scenario: A sale
    And the practice "sale"
    When it is checked
    Then "r" is violated

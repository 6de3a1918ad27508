# expect: empty-examples 9:5 | the examples have no row, so that nothing runs | add a row
Feature: Sales

  Scenario Outline: A sale
    Given the practice "<name>"
    When it is checked
    Then "r" is violated

    Examples:
      | name |

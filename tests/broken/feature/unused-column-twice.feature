# expect: unused-column 10:7 | two columns of the examples are called 'name' | would hide the first
Feature: Sales

  Scenario Outline: A sale
    Given the practice "<name>"
    When it is checked
    Then "r" is violated

    Examples:
      | name | name |
      | sale | loan |

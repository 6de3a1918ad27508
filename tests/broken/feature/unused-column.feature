# expect: unused-column 10:7 | the column 'why' of the examples is never used | write <why> in a step
Feature: Sales

  Scenario Outline: A sale
    Given the practice "<name>"
    When it is checked
    Then "r" is violated

    Examples:
      | name | why   |
      | sale | money |
      | loan | money |

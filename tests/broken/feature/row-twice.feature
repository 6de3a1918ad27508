# expect: row-twice 13:7 | this row of the examples is the one on line 11 again
Feature: Sales

  Scenario Outline: A sale
    Given the practice "<name>"
    When it is checked
    Then "r" is violated

    Examples:
      | name |
      | sale |
      | loan |
      | sale |

# expect: unused-column 10:7 | no step uses the examples, so that every row is the same test | write <name> in a step
Feature: Sales

  Scenario Outline: A <name>
    Given the practice "sale"
    When it is checked
    Then "r" is violated

    Examples:
      | name |
      | sale |
      | loan |

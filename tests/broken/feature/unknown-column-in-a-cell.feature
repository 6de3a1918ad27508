# expect: unknown-column 8:5 | '<when>' is no column of the examples | the columns are status
Feature: Sales

  Scenario Outline: A sale
    Given the practice "sale"
    When it is checked
    Then "r" is <status>
    And over time "r" is:
      | from   | status   |
      | <when> | <status> |

    Examples:
      | status   |
      | violated |

# expect: unknown-column 8:5 | '<stauts>' is no column of the examples | did you mean 'status'?
# expect: unused-column 11:7 | the column 'status' of the examples is never used
Feature: Sales

  Scenario Outline: A sale
    Given the practice "<name>"
    When it is checked
    Then the practice is flagged "<stauts>"

    Examples:
      | name | status   |
      | sale | violated |

# expect: empty-examples 5:3 | the scenario 'A sale' is an outline without examples | write 'Scenario:'
# expect: unknown-column 6:5 | '<name>' is no column: the scenario has no examples | add 'Examples:' with this column
Feature: Sales

  Scenario Outline: A sale
    Given the practice "<name>"
    When it is checked
    Then "r" is violated

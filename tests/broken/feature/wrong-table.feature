# expect: wrong-table 8:5 | this step has no table, so that its rows would never be used | take it out
# expect: wrong-table 10:5 | a table belongs below this step | the columns are fact, value, standing (may be left out)
# expect: wrong-table 12:9 | the table's columns are fact, worth | the columns are fact, value
# expect: wrong-table 18:5 | this step has no text below it | take it out
Feature: Sales

  Scenario: A sale
    Given the practice "sale"
      | name |
    And these facts:
    And these facts:
      | fact | worth  |
      | act  | [sale] |
    And these facts:
      | fact    | value | note |
      | consent | true  | Said |
    When it is checked
    Then "r" is violated
      """
      quite so
      """

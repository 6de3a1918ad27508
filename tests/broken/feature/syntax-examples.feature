# expect: feature-syntax 9:7 | this row of the table has more or fewer cells than the others | as many cells as the first
Feature: Sales

  Scenario: A sale
    Given these facts:
      | fact | value |
      | act  | [sale] |
      | days | 5 |
      | consent |
    When it is checked
    Then "r" is violated

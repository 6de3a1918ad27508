# expect: feature-syntax 7:5 | 'Thn "r" is violated' | write 'Then …'
Feature: Sales

  Scenario: A sale
    Given the practice "sale"
    When it is checked
    Thn "r" is violated

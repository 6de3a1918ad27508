# expect: feature-syntax 5:5 | 'and so on' | write 'And …'
Feature: Sales
  Scenario: A sale
    Given the practice "sale"
    and so on

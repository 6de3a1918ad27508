# expect: not-a-step 5:5 | the background has a line that is not a step | write 'Given …'
Feature: Sales

  Background:
    Givn the law library "law"
    Given it happened on 2019-05-08

  Scenario: A sale
    Given the practice "sale"
    When it is checked
    Then "r" is violated

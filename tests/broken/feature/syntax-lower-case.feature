# expect: feature-syntax 6:5 | 'when it is checked' | write 'When …', with a capital letter
Feature: Sales

  Scenario: A sale
    Given the practice "sale"
    when it is checked
    Then "r" is violated

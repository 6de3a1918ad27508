# expect: feature-syntax 8:5 | this is no step: 'Then: "r" is violated' | write 'Then …', with a capital letter and without a colon
Feature: Sales

  Scenario: A sale
    Given the practice "sale"
    When it is checked

    Then: "r" is violated

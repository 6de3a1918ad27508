# expect: unknown-step 6:5 | there is no step 'Given the practise "sale"'
Feature: Sales

  # Each place is named once, however many rows there are.
  Scenario Outline: A <name>
    Given the practise "<name>"
    When it is checked
    Then "r" is violated

    Examples:
      | name |
      | sale |
      | loan |

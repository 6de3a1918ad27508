# expect: unknown-status 7:5 | no status is called 'viollated' | did you mean 'violated'
# expect: unknown-status 8:5 | no reason is called 'not-bond' | did you mean 'not-bound'
Feature: Logs
  Scenario: A search
    Given the practice "unlogged-search"
    When it is checked
    Then "ud-log" is viollated
    And "ud-access" is not-applicable because not-bond

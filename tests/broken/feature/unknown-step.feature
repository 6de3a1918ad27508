# expect: unknown-step 9:5 | there is no step 'Given the practise "sale"' | did you mean 'Given the practice "{name}"'?
# expect: unknown-step 11:5 | there is no step 'Then "r" is not applicable because out-of-scope' | did you mean 'Then "{rule}" is not-applicable because {reason}'?
# expect: unknown-step 12:5 | 'Then it is checked' | this is a step after When, not after Then
# expect: unknown-step 13:5 | 'Then the moon is made of cheese' | 'compliance explain steps' lists the steps

Feature: Sales

  Scenario: A sale
    Given the practise "sale"
    When it is checked
    Then "r" is not applicable because out-of-scope
    And it is checked
    And the moon is made of cheese

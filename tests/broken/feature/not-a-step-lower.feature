# expect: not-a-step 6:5 | 'given the practice "sale"' | write 'Given …', with a capital letter
# expect: not-a-step 7:5 | 'and it happened on 2019-05-08' | write 'And …'
Feature: Sales

  Scenario: A sale
    given the practice "sale"
    and it happened on 2019-05-08
    and nobody minds, which is prose
    When it is checked
    Then "r" is violated

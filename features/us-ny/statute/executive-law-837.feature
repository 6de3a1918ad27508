@us-ny/statute/executive-law-837
Feature: Executive Law 835 and 837, functions of DCJS

  These provisions are on record. None of them can decide a case before its wording has been checked, and the one on
  fees gives no power to disclose.

  @S-5
  Scenario Outline: <what> bears on a search under the agreements
    Given the practice "ice-query-opened-case"
    When it is checked
    Then "us-ny/statute/executive-law-837#<provision>" is named as bearing on it

    Examples:
      | what                                   | provision |
      | The central data facility              | 837(6)    |
      | Who a qualified agency is              | 835(9)    |
      | The security and privacy of the data   | 837(8)    |

  @S-3b
  Scenario: The rule on fees is shown for a civil print, and is no power to disclose
    Given the practice "dcjs-civil-print-notice-later"
    When it is checked
    Then "us-ny/statute/executive-law-837#837(8-a)" is named as bearing on it
    And "eo170-b2-disclosure" is contested
    And the exception "required-by-law" is not shown

  @S-1
  Scenario: The rule on fees has nothing to do with an arrest notice
    Given the practice "dcjs-arrest-notice"
    When it is checked
    Then "us-ny/statute/executive-law-837#837(8-a)" is not named as bearing on it

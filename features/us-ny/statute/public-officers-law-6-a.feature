@us-ny/statute/public-officers-law-6-a
Feature: Personal Privacy Protection Law, personal information from a civil inquiry

  State agencies may not disclose personal information except in the cases that section 96(1) lists. Nobody has read the
  list here, so that a notice out of a civil inquiry is undetermined. For other records of public safety agencies the
  law only bears on the case.

  @S-3a
  Scenario: The notice of 2016 may have broken this law, and the listed cases have not been read
    Given the practice "dcjs-civil-print-notice-2016"
    When it is checked
    Then the practice is undetermined
    And "pppl-civil-inquiry" is undetermined
    And it binds "New York State Division of Criminal Justice Services (DCJS)"
    And it cites "Public Officers Law, 96(1)"
    And it cites "Public Officers Law, 96(1), the cases listed"
    And the exception "listed-case" is not encoded
    And violated is still possible
    And excused is still possible
    And it is flagged "source-unverified"
    And "eo170-b2-disclosure" is not-applicable because not-in-force

  @S-3b
  Scenario: Under the order of 2017 the same notice is undetermined, though the order by itself is contested
    Given the practice "dcjs-civil-print-notice-later"
    When it is checked
    Then the practice is undetermined
    And "pppl-civil-inquiry" is undetermined
    And the exception "listed-case" is not encoded
    And the position "agency" finds it undetermined
    And the position "advocate" finds it undetermined
    And "us-ny/statute/public-officers-law-6-a#96(1)" is not named as bearing on it
    And "eo170-b2-disclosure" is contested

  @S-3a
  Scenario: A notice that tells nothing about a person keeps the law
    Given the practice "dcjs-civil-print-notice-2016"
    And the fact "disclosure.content" is "[]"
    When it is checked
    Then "pppl-civil-inquiry" is satisfied

  @S-3a
  Scenario Outline: <what> is personal information
    Given the practice "dcjs-civil-print-notice-2016"
    And the fact "disclosure.content" is "[<content>]"
    When it is checked
    Then "pppl-civil-inquiry" is undetermined

    Examples:
      | what                     | content            |
      | A name                   | identity           |
      | An address               | address            |
      | A telephone number       | personal-details   |
      | A photograph             | photograph         |
      | That prints were taken   | fingerprint-event  |
      | A record of arrests      | criminal-history   |
      | Where somebody is held   | custody            |
      | Somebody's status        | immigration-status |

  @S-3a
  Scenario Outline: The law <binds> <who>
    Given the practice "dcjs-civil-print-notice-2016"
    And the discloser is the actor "<actor>"
    When it is checked
    Then "pppl-civil-inquiry" is <status>

    Examples:
      | binds          | who                        | actor                | status         |
      | binds          | a state agency             | state-agency         | undetermined   |
      | binds          | the Attorney General       | attorney-general     | undetermined   |
      | does not bind  | the courts                 | unified-court-system | not-applicable |
      | does not bind  | the legislature            | state-legislature    | not-applicable |
      | does not bind  | a city's police            | city-police          | not-applicable |
      | does not bind  | ICE                        | ice                  | not-applicable |

  Scenario: A public corporation of the state is an agency too
    Given the practice "dcjs-civil-print-notice-2016"
    And the discloser is not known
    And the fact "discloser.level" is "state"
    And the fact "discloser.branch" is "public-corporation"
    When it is checked
    Then "pppl-civil-inquiry" is undetermined
    And violated is still possible

  @S-1
  Scenario: On the arrest notice the law only bears, since rules are relaxed for public safety agency records
    Given the practice "dcjs-arrest-notice"
    When it is checked as it stood on 2019-05-08
    Then "pppl-civil-inquiry" is not-applicable because out-of-scope
    And "us-ny/statute/public-officers-law-6-a#92(8)" is named as bearing on it
    And the practice is contested

  @S-3b
  Scenario: A civil print that is described as an ordinary disclosure is at least told that the law bears on it
    Given the practice "dcjs-civil-print-notice-later"
    And the fact "act" is "[disclosure]"
    When it is checked
    Then "pppl-civil-inquiry" is not-applicable because out-of-scope
    And "us-ny/statute/public-officers-law-6-a#96(1)" is named as bearing on it

  @S-23
  Scenario: A state agency without police tasks keeps no public safety agency records
    Given the practice "employee-gives-address-for-removal"
    When it is checked
    Then "pppl-civil-inquiry" is not-applicable because out-of-scope
    And "us-ny/statute/public-officers-law-6-a#92(8)" is not named as bearing on it

  Scenario Outline: On <day> the law on such a notice is <status>
    Given the practice "dcjs-civil-print-notice-2016"
    And the fact "disclosure.content" is "[]"
    And it happened on <day>
    When it is checked
    Then "pppl-civil-inquiry" is <status>

    Examples:
      | day        | status         |
      | 1969-12-31 | not-applicable |
      | 1970-01-01 | undetermined   |
      | 2005-12-30 | undetermined   |
      | 2005-12-31 | satisfied      |

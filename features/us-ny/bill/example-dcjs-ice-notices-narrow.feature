@us-ny/bill/example-dcjs-ice-notices-narrow
Feature: An example of a narrower draft that nobody has introduced, with weaknesses on purpose

  The draft has a test of purpose, binds DCJS alone, names direct recipients only and leaves out fingerprints that are
  given for a civil matter.

  Rule: What it would forbid

    Scenario: A notice that is said to be for civil enforcement would be violated on both sides
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then over time "example-narrow-2" is:
        | from       | status         |
        | 2005-01-01 | not-applicable |
        | 2027-04-01 | violated       |

    Scenario: A notice that begins once the draft is law has no 90 days
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And it has happened since 2027-01-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then over time "example-narrow-2" is:
        | from       | status   |
        | 2027-01-01 | violated |

    Scenario: A judicial warrant or order lifts the ban
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the fact "disclosure.compelled-by" is "[court-order]"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then "example-narrow-2" is excused
      And the exception "judicial-warrant" is shown

    Scenario Outline: A notice to <body> for civil enforcement is violated too
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the recipient is not known
      And the fact "recipient.immigration-body" is "<value>"
      And the fact "recipient.civil-removal-work" is "no-part"
      And the fact "disclosure.outcome" is "mostly-prosecution"
      And the fact "disclosure.handling" is "prosecutors"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then "example-narrow-2" is violated
      And the position "agency" finds it violated
      And the position "advocate" finds it violated

      Examples:
        | body                    | value       |
        | ICE                     | ice         |
        | CBP                     | cbp         |
        | the fraud unit of USCIS | uscis-fraud |

    Scenario: What is asked for, and not set off by an arrest, is left alone
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the fact "disclosure.trigger" is "request"
      And the fact "disclosure.unasked" is "false"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then "example-narrow-2" is satisfied

  Rule: What slips through

    @S-1
    Scenario: With re-entry as its reason, the notice stays contested as under the order
      Given the practice "dcjs-arrest-notice"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then "example-narrow-2" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "us-ny/bill/example-dcjs-ice-notices-narrow#for-civil-enforcement"
      And "eo170-b2-disclosure" is contested

    Scenario: A body of ICE without removal work, whose notices lead to prosecutions, is no civil purpose on either reading
      Given the practice "dcjs-arrest-notice"
      And the recipient is not known
      And the fact "recipient.immigration-body" is "ice"
      And the fact "recipient.civil-removal-work" is "no-part"
      And the fact "disclosure.outcome" is "mostly-prosecution"
      And the fact "disclosure.handling" is "prosecutors"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then "example-narrow-2" is satisfied
      And the position "advocate" finds it satisfied

    Scenario Outline: Where <what>, the advocates see a civil purpose
      Given the practice "dcjs-arrest-notice"
      And the recipient is not known
      And the fact "recipient.immigration-body" is "ice"
      And the fact "recipient.civil-removal-work" is "<work>"
      And the fact "disclosure.outcome" is "<outcome>"
      And the fact "disclosure.handling" is "<handling>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then "example-narrow-2" is contested
      And the position "advocate" finds it violated

      Examples:
        | what                                     | work    | outcome              | handling         |
        | the recipient removes people too         | part    | mostly-prosecution   | prosecutors      |
        | the recipient mostly removes people      | main    | mostly-prosecution   | prosecutors      |
        | notices lead to removals too             | no-part | mixed                | prosecutors      |
        | notices mostly lead to removals          | no-part | mostly-civil-removal | prosecutors      |
        | notices go to removal officers           | no-part | mostly-prosecution   | removal-officers |
        | notices go to removal officers as well   | no-part | mostly-prosecution   | both             |

    @S-3b
    Scenario: Prints for a family matter are left out
      Given the practice "dcjs-civil-print-notice-later"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then "example-narrow-2" is satisfied

    Scenario Outline: Others than DCJS are not bound (<body>)
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the discloser is the actor "<body>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then "example-narrow-2" is not-applicable because not-bound

      Examples:
        | body         |
        | city-police  |
        | state-police |

    Scenario: The way through the FBI is left open
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the recipient is the actor "fbi"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then "example-narrow-2" is not-applicable because out-of-scope

    Scenario: Who discloses nothing is outside of the draft
      Given the practice "dcjs-arrest-notice"
      And the fact "act" is "[resource-use]"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      When it is checked
      Then "example-narrow-2" is not-applicable because out-of-scope

  Rule: Beside the first draft

    @S-1
    Scenario: With both drafts as law, the first one decides
      Given the practice "dcjs-arrest-notice"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices-narrow" is law
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is violated
      And "example-narrow-2" is contested

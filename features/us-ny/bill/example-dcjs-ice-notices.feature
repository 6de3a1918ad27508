@us-ny/bill/example-dcjs-ice-notices
Feature: An example of a draft that nobody has introduced, on notices of fingerprints to immigration authorities

  The draft would forbid notices of fingerprints to immigration authorities without a judicial warrant or order, whatever
  their purpose, would have DCJS count in public what is requested and sent, and would amend Executive Law 845-b. For
  notices that had begun before it would count 90 days later.

  Rule: Section 2(a), notices to immigration authorities

    @S-1
    Scenario: The arrest notice, contested under the order of 2017, would be violated on both sides
      Given the practice "dcjs-arrest-notice"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then the practice is violated
      And "example-notices-2a" is violated
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And the exception "judicial-warrant" is not shown
      And the exception "status-only" is not shown
      And "eo170-b2-disclosure" is contested

    @S-1
    Scenario: Without the draft the notice is contested under the order, and open under the statute of 2026
      Given the practice "dcjs-arrest-notice"
      And the law as of 2027-04-01
      When it is checked
      Then the practice is undetermined
      And "eo170-b2-disclosure" is contested
      And "exec319a-2-disclosure" is undetermined

    @S-1
    Scenario: A notice that had begun before would have 90 days
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then over time "example-notices-2a" is:
        | from       | status         |
        | 2005-01-01 | not-applicable |
        | 2027-04-01 | violated       |

    @S-1
    Scenario: A notice that begins once the draft is law would have none
      Given the practice "dcjs-arrest-notice"
      And it has happened since 2027-01-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then over time "example-notices-2a" is:
        | from       | status   |
        | 2027-01-01 | violated |

    @S-1
    Scenario Outline: Signed on another day, the draft would count for the old notice 90 days after it: <day>, <status>
      Given the practice "dcjs-arrest-notice"
      And the law as of <day>
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law, signed on 2027-03-01
      When it is checked
      Then "example-notices-2a" is <status>

      Examples:
        | day        | status         |
        | 2027-05-29 | not-applicable |
        | 2027-05-30 | violated       |

    @S-1
    Scenario Outline: No purpose saves the notice (<purpose>)
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.stated-purpose" is "<purpose>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is violated

      Examples:
        | purpose                       |
        | report-federal-crime          |
        | civil-immigration-enforcement |
        | criminal-investigation        |

    Scenario Outline: A message set off by <trigger> is <status>
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.trigger" is "<trigger>"
      And the fact "disclosure.unasked" is "<unasked>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is <status>

      Examples:
        | trigger             | unasked | status    |
        | arrest-fingerprints | true    | violated  |
        | civil-fingerprints  | true    | violated  |
        | request             | false   | satisfied |
        | staff-decision      | true    | satisfied |

    @S-1
    Scenario: A judicial warrant or order lifts the ban
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.compelled-by" is "[court-order]"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is excused
      And the exception "judicial-warrant" is shown

    Scenario Outline: Compelled by <what> alone, the notice stays forbidden
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.compelled-by" is "[<what>]"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is violated
      And the exception "judicial-warrant" fails

      Examples:
        | what                    |
        | administrative-subpoena |
        | statute                 |

    @S-1
    Scenario: A bare statement about status is left out
      Given the practice "dcjs-arrest-notice-status-only"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is excused
      And the exception "status-only" is shown

    Scenario Outline: Status with <more> beside it is not left out
      Given the practice "dcjs-arrest-notice-status-only"
      And the fact "disclosure.content" is "[immigration-status, <more>]"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is violated
      And the exception "status-only" fails

      Examples:
        | more              |
        | identity          |
        | address           |
        | photograph        |
        | fingerprint-event |
        | criminal-history  |
        | custody           |
        | personal-details  |

    Scenario: A notice that says nothing about status is not left out
      Given the practice "dcjs-arrest-notice-status-only"
      And the fact "disclosure.content" is "[]"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is violated

    Scenario Outline: The ban is <status> for <body>
      Given the practice "dcjs-arrest-notice"
      And the discloser is the actor "<body>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is <status>

      Examples:
        | body                 | status         |
        | city-police          | violated       |
        | unified-court-system | violated       |
        | fbi                  | not-applicable |
        | port-authority-ny-nj | not-applicable |

    Scenario Outline: A notice to <recipient> is <status>
      Given the practice "dcjs-arrest-notice"
      And the recipient is the actor "<recipient>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is <status>

      Examples:
        | recipient            | status         |
        | ice-nyc-fugitive-unit | violated      |
        | cbp-grand-island     | violated       |
        | fbi                  | not-applicable |

    Scenario: A notice to the fraud unit of USCIS is forbidden too
      Given the practice "dcjs-arrest-notice"
      And the recipient is not known
      And the fact "recipient.immigration-body" is "uscis-fraud"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is violated

    Scenario: Who discloses nothing is outside of the draft
      Given the practice "dcjs-arrest-notice"
      And the fact "act" is "[resource-use]"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2a" is not-applicable because out-of-scope
      And "example-notices-2b" is not-applicable because out-of-scope
      And "example-notices-4-count" is not-applicable because out-of-scope

  Rule: Section 2(b), notices through others

    Scenario Outline: A notice to the FBI that reaches removal officers (<reaches>) is <status>
      Given the practice "dcjs-arrest-notice"
      And the recipient is the actor "fbi"
      And the fact "disclosure.reaches-removal-unit" is "<reaches>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2b" is <status>
      And "example-notices-2a" is not-applicable because out-of-scope

      Examples:
        | reaches | status    |
        | true    | violated  |
        | false   | satisfied |

    Scenario: Where the notice ends up has to be found out
      Given the practice "dcjs-arrest-notice"
      And the recipient is the actor "fbi"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2b" is undetermined
      And it asks about "disclosure.reaches-removal-unit"

    Scenario: It would count for an old notice after 90 days too
      Given the practice "dcjs-arrest-notice"
      And the recipient is the actor "fbi"
      And the fact "disclosure.reaches-removal-unit" is "true"
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then over time "example-notices-2b" is:
        | from       | status         |
        | 2005-01-01 | not-applicable |
        | 2027-04-01 | violated       |

    Scenario: What is sent to an immigration authority itself comes under section 2(a) alone
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.reaches-removal-unit" is "true"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2b" is not-applicable because out-of-scope

    Scenario Outline: Through the FBI, <what> lifts the ban
      Given the practice "dcjs-arrest-notice-status-only"
      And the recipient is the actor "fbi"
      And the fact "disclosure.reaches-removal-unit" is "true"
      And the fact "disclosure.compelled-by" is "[<compelled>]"
      And the fact "disclosure.content" is "[<content>]"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2b" is excused
      And the exception "<exception>" is shown

      Examples:
        | what                   | compelled   | content                      | exception        |
        | a judicial warrant     | court-order | immigration-status, identity | judicial-warrant |
        | a statement on status  |             | immigration-status           | status-only      |

    Scenario: A federal body that sends on what it has is not bound
      Given the practice "dcjs-arrest-notice"
      And the discloser is the actor "fbi"
      And the recipient is the actor "tsa"
      And the fact "disclosure.reaches-removal-unit" is "true"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2b" is not-applicable because not-bound

    Scenario: What is not set off by fingerprints is outside of section 2(b)
      Given the practice "dcjs-arrest-notice"
      And the recipient is the actor "fbi"
      And the fact "disclosure.trigger" is "request"
      And the fact "disclosure.unasked" is "false"
      And the fact "disclosure.reaches-removal-unit" is "true"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2b" is not-applicable because out-of-scope

    Scenario: Who discloses nothing is outside of section 2(b), whoever would get it
      Given the practice "dcjs-arrest-notice"
      And the recipient is the actor "fbi"
      And the fact "act" is "[resource-use]"
      And the fact "disclosure.reaches-removal-unit" is "true"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-2b" is not-applicable because out-of-scope

  Rule: Section 4, the public count

    Scenario Outline: Counted (<counted>), what DCJS tells ICE is <status>
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.counted" is "<counted>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-4-count" is <status>

      Examples:
        | counted | status    |
        | true    | satisfied |
        | false   | violated  |

    Scenario: Whether it is counted is a new question
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then over time "example-notices-4-count" is:
        | from       | status         |
        | 2005-01-01 | not-applicable |
        | 2027-04-01 | undetermined   |
      And "example-notices-4-count" is undetermined
      And it asks about "disclosure.counted"

    Scenario Outline: Other bodies do not count (<body>)
      Given the practice "dcjs-arrest-notice"
      And the discloser is the actor "<body>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-4-count" is not-applicable because not-bound

      Examples:
        | body         |
        | state-police |
        | city-police  |

    Scenario: What goes to the FBI is not counted
      Given the practice "dcjs-arrest-notice"
      And the recipient is the actor "fbi"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "example-notices-4-count" is not-applicable because out-of-scope

  Rule: Sections 6 and 7, care workers' checks (Executive Law 845-b)

    Scenario: A check told to ICE, open today since the exceptions were not read, would be forbidden
      Given the practice "care-worker-check-told-to-ice"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then the practice is violated
      And "exec845b-immigration-authorities" is violated
      And it cites "Exec Law 845-b, subdivision on immigration authorities"
      And "exec845b-limited-use" is not-applicable because out-of-scope

    Scenario: Before that it is open
      Given the practice "care-worker-check-told-to-ice"
      And the law as of 2027-03-31
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "exec845b-limited-use" is undetermined
      And "exec845b-immigration-authorities" is not-applicable because not-in-force

    Scenario: A check told to somebody else stays under the rule of limited use
      Given the practice "care-worker-check-told-to-ice"
      And the recipient is the actor "state-agency"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "exec845b-limited-use" is undetermined
      And "exec845b-immigration-authorities" is satisfied

    Scenario Outline: The rule of limited use is about care workers' checks only, as before (<fact>)
      Given the practice "care-worker-check-told-to-ice"
      And the recipient is the actor "state-agency"
      And the fact "<fact>" is "<value>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "exec845b-limited-use" is not-applicable because out-of-scope

      Examples:
        | fact               | value        |
        | civil-inquiry.kind | [adoption]   |
        | act                | [disclosure] |

    Scenario: A judicial warrant or order lifts this ban as well
      Given the practice "care-worker-check-told-to-ice"
      And the fact "disclosure.compelled-by" is "[court-order]"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "exec845b-immigration-authorities" is excused
      And the exception "judicial-warrant" is shown

    Scenario Outline: <what> is no care worker's check
      Given the practice "care-worker-check-told-to-ice"
      And the fact "<fact>" is "<value>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is checked
      Then "exec845b-immigration-authorities" is not-applicable because out-of-scope

      Examples:
        | what                    | fact               | value        |
        | A check for an adoption | civil-inquiry.kind | [adoption]   |
        | Another disclosure      | act                | [disclosure] |

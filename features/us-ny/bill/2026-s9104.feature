@us-ny/bill/2026-s9104
Feature: S9104 (2026, a bill), a partial ban on agreements to enforce civil immigration law

  The bill would bar such agreements, but not those to inform federal officials of noncitizens in custody and to help
  with their transfer. Border security, judicial warrants and criminal investigations would be saved. It would end by
  itself on a day that was not recorded.

  Rule: The ban and its exceptions

    @S9104
    Scenario: An agreement with immigration powers would break the bill from its first day
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[renewed]"
      And the fact "agreement.provides-for" is "[immigration-powers]"
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then over time "s9104-ban" is:
        | from       | status         |
        | 2026-01-01 | not-applicable |
        | 2027-01-01 | violated       |
      And "s9104-ban" is violated
      And it cites "S9104 (2026), the ban"
      And the exception "custody-notices" fails
      And the exception "criminal-investigations" fails

    @S9104 @S-1
    Scenario: An agreement of DCJS to tell ICE of people who are arrested would be allowed
      Given the practice "dcjs-agrees-to-inform-ice"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "s9104-ban" is excused
      And the exception "custody-notices" is shown
      And it cites "S9104 (2026), the exception for notices and transfers"
      And "exec170k-2a-agreement" is not-applicable because not-bound

    Scenario Outline: An agreement of a sheriff under 8 USC 1357(g) that provides for <what> is <status>
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[entered]"
      And the fact "agreement.provides-for" is "[<what>]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "s9104-ban" is <status>
      And "exec170k-2a-agreement" is violated

      Examples:
        | what                                        | status   |
        | custody-notices                             | excused  |
        | transfers                                   | excused  |
        | border-security                             | excused  |
        | judicial-warrants                           | excused  |
        | criminal-investigations                     | excused  |
        | other-matter                                | violated |
        | custody-notices, holding                    | violated |
        | transfers, immigration-powers               | violated |
        | border-security, immigration-powers         | violated |
        | border-security, holding                    | violated |
        | judicial-warrants, holding                  | violated |
        | criminal-investigations, immigration-powers | violated |

    Scenario Outline: Each exception is shown by its own matter (<what>)
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[entered]"
      And the fact "agreement.provides-for" is "[<what>]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "s9104-ban" is excused
      And the exception "<shown>" is shown
      And the exception "<fails>" fails

      Examples:
        | what                    | shown                   | fails                   |
        | transfers               | custody-notices         | border-security         |
        | border-security         | border-security         | custody-notices         |
        | judicial-warrants       | judicial-warrants       | criminal-investigations |
        | criminal-investigations | criminal-investigations | judicial-warrants       |

    Scenario Outline: An agreement of another kind that provides for <what> is <status>
      Given the practice "dcjs-agrees-to-inform-ice"
      And the fact "agreement.provides-for" is "[<what>]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "s9104-ban" is <status>

      Examples:
        | what                    | status    |
        | immigration-powers      | violated  |
        | holding                 | violated  |
        | transfers               | excused   |
        | border-security         | excused   |
        | judicial-warrants       | satisfied |
        | criminal-investigations | satisfied |
        | other-matter            | satisfied |

    Scenario Outline: An agreement of the kind <kind> is civil enforcement whatever else is known of it
      Given the practice "county-keeps-detention-agreement"
      And the fact "agreement.kind" is "<kind>"
      And the fact "agreement.step" is "[entered]"
      And the fact "agreement.provides-for" is "[other-matter]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "s9104-ban" is violated

      Examples:
        | kind       |
        | delegation |
        | detention  |

    Scenario Outline: An agreement to detain is barred as a whole, also where it is known to provide for <what>
      Given the practice "county-keeps-detention-agreement"
      And the fact "agreement.step" is "[entered]"
      And the fact "agreement.provides-for" is "<value>"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "s9104-ban" is violated
      And the exception "custody-notices" fails

      Examples:
        | what               | value                         |
        | notices            | [custody-notices]             |
        | transfers          | [transfers]                   |
        | notices and others | {includes: [custody-notices]} |

    Scenario Outline: An agreement to inform, holding beside it, that was <step> is <status>
      Given the practice "dcjs-agrees-to-inform-ice"
      And the fact "agreement.provides-for" is "[custody-notices, holding]"
      And the fact "agreement.step" is "[<step>]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "s9104-ban" is <status>

      Examples:
        | step     | status       |
        | entered  | violated     |
        | renewed  | violated     |
        | modified | violated     |
        | kept     | undetermined |
        | ended    | satisfied    |

    Scenario Outline: Whether remaining in an agreement would be barred is left to judgment: <answer>
      Given the practice "county-keeps-detention-agreement"
      And the judgment "us-ny/bill/2026-s9104#remaining-barred" is "<answer>", by "the reviewer", because "for this scenario"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "s9104-ban" is <status>

      Examples:
        | answer | status    |
        | yes    | violated  |
        | no     | satisfied |

    Scenario Outline: The bill is <status> for <body>
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[renewed]"
      And the fact "agreement.provides-for" is "[immigration-powers]"
      And the agreeing body is the actor "<body>"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "s9104-ban" is <status>

      Examples:
        | body                 | status         |
        | county-sheriff       | violated       |
        | dcjs                 | violated       |
        | port-authority-ny-nj | not-applicable |
        | ice                  | not-applicable |

  Rule: What it tolerates

    @S9104 @S-1
    Scenario Outline: The bill would leave every finding on the notice as it is (<practice>)
      Given the practice "<practice>"
      And the bill "us-ny/bill/2026-s9104" is law
      When it is compared with the law without the bill
      Then the bill leaves the practice as it is

      Examples:
        | practice                           |
        | dcjs-arrest-notice                 |
        | fugitive-unit-notice-if-still-sent |

    @S9104 @S-1
    Scenario Outline: The notice of DCJS on an arrest is expressly tolerated, and other law finds of it what it found (<practice>)
      Given the practice "<practice>"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "us-ny/bill/2026-s9104#notices-tolerated" is named as bearing on it
      And "s9104-ban" is not-applicable because out-of-scope
      And "eo170-b2-disclosure" is contested
      And "exec319a-2-disclosure" is undetermined

      Examples:
        | practice                           |
        | dcjs-arrest-notice                 |
        | fugitive-unit-notice-if-still-sent |

    @S9104 @S-3b
    Scenario: A notice on prints for a family matter is about nobody in custody, and is not tolerated
      Given the practice "dcjs-civil-print-notice-later"
      And the fact "disclosure.content" is "[immigration-status, fingerprint-event]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "us-ny/bill/2026-s9104#notices-tolerated" is not named as bearing on it

    Scenario: What a sheriff tells of a person in jail is tolerated too
      Given the practice "sheriff-hands-over-at-release"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-s9104" is law
      When it is checked
      Then "us-ny/bill/2026-s9104#notices-tolerated" is named as bearing on it

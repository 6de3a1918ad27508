@us-ny/bill/2025-s2235b
Feature: New York for All, Senate Bill S2235-B

  The bill would keep police, probation, state bodies, municipalities, schools and county jails out of immigration
  enforcement, which it defines so that the laws on entry and re-entry count. State employees could not tell an
  immigration authority who and where people are, whatever the purpose; bare information about status could still be
  sent. It is a bill and not law. The scenarios take it to be signed on 1 January 2027, which nobody can know.

  Rule: The arrest notice of DCJS

    @S-32
    Scenario: The notice would be forbidden on every side's reading, by the ban on disclosure and by the definition
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then the practice is violated
      And "ny4a-319a-2-disclosure" is violated
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And the exception "status-saved" is not shown
      And the exception "ordered-by-court" is not shown
      And it binds "New York State Division of Criminal Justice Services (DCJS)"
      And it cites "S2235-B (2025, bill), § 4 (Exec Law 319-a(2))"
      And it is not flagged "preemption-risk"
      And "ny4a-319a-1-resources" is violated
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And the reasons say "to enforce a law that punishes presence, entry or re-entry"
      And it rests on "The agency's director of public information, May 2019"
      But "eo170-b2-disclosure" is contested

    @S-32
    Scenario: Without the bill the notice is contested under the order, and open under the statute of 2026
      Given the practice "dcjs-arrest-notice"
      And the law as of 2027-02-01
      When it is checked
      Then the practice is undetermined
      And "eo170-b2-disclosure" is contested
      And "exec319a-2-disclosure" is undetermined

    @S-32
    Scenario: The bill would settle on both sides what the order leaves contested, by its ban on disclosure
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is compared with the law without the bill
      Then the bill changes "ny4a-319a-2-disclosure" for "agency" from not-applicable to violated
      And the bill changes "ny4a-319a-2-disclosure" for "advocate" from not-applicable to violated
      And clause "319-a.2" changes it
      And the bill leaves "eo170-b2-disclosure" as it is
      And the bill changes the practice from undetermined to violated

    @S-32 @T-5
    Scenario: A notice of nothing but the removal would stay as open as it is
      Given the practice "dcjs-arrest-notice-status-only"
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is compared with the law without the bill
      Then the bill changes the practice from undetermined to undetermined
      And the bill changes "ny4a-319a-2-disclosure" from not-applicable to excused

    @S-32
    Scenario: The ban would begin on the day of signing, for a notice that has gone on since 2005 too
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is checked
      Then over time "ny4a-319a-2-disclosure" is:
        | from       | status         |
        | 2005-01-01 | not-applicable |
        | 2027-01-01 | violated       |
      And over time "ny4a-319a-1-resources" is:
        | from       | status         |
        | 2005-01-01 | not-applicable |
        | 2027-01-01 | violated       |

    @S-32
    Scenario: Signed later, it would begin later
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-s2235b" is law, signed on 2027-03-01
      When it is checked
      Then over time "ny4a-319a-2-disclosure" is:
        | from       | status         |
        | 2005-01-01 | not-applicable |
        | 2027-03-01 | violated       |

    @S-32
    Scenario: The notice would have to be recorded, reported and certified, and nobody knows whether it would be
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-9-sent" is undetermined
      And violated is still possible
      And it asks about "communication.recorded"
      And it asks about "communication.in-yearly-report"
      And "ny4a-621-disclosure" is undetermined
      And it asks about "certification.no-immigration-use"

    @S-32 @T-5
    Scenario: A notice of nothing but the removal would be saved as information about status
      Given the practice "dcjs-arrest-notice-status-only"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is excused
      And it is excused by "status-saved"
      And the position "agency" finds it excused
      And the position "advocate" finds it excused
      And no violation is possible
      And it would be violated if "disclosure.content" were otherwise

    @S-32 @T-5
    Scenario: The means that send nothing but the removal would be saved with the message
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.content" is "[immigration-status]"
      And the fact "resources.aim" is "[detecting]"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is excused
      And it is excused by "status-saved"
      And "ny4a-319a-1-resources" is excused
      And it is excused by "status-saved"
      And the position "agency" finds it excused
      And the position "advocate" finds it excused

    @T-5
    Scenario Outline: Means that do more would not be saved: <act> of <content> for <aim> (<rule>)
      Given the practice "dcjs-arrest-notice"
      And the acting agency is the actor "<actor>"
      And the fact "act" is "<act>"
      And the fact "disclosure.content" is "<content>"
      And the fact "resources.aim" is "<aim>"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "<rule>" is <status>

      Examples:
        | rule                  | actor        | act                                       | content                          | aim                       | status   |
        | ny4a-319a-1-resources | dcjs         | [disclosure, resource-use]                | [immigration-status]             | [detecting]               | excused  |
        | ny4a-319a-1-resources | dcjs         | [disclosure, resource-use]                | [immigration-status]             | [detecting, apprehending] | violated |
        | ny4a-319a-1-resources | dcjs         | [disclosure, resource-use]                | [immigration-status]             | unknown                   | violated |
        | ny4a-319a-1-resources | dcjs         | [disclosure, resource-use]                | [immigration-status, address]    | [detecting]               | violated |
        | ny4a-319a-1-resources | dcjs         | [resource-use]                            | [immigration-status]             | [detecting]               | violated |
        | ny4a-319a-1-resources | dcjs         | [disclosure, resource-use, police-action] | [immigration-status]             | [detecting]               | violated |
        | ny4a-145-05-resources | state-police | [disclosure, resource-use]                | [immigration-status]             | [detecting]               | excused  |
        | ny4a-145-05-resources | state-police | [disclosure, resource-use]                | [immigration-status, address]    | [detecting]               | violated |
        | ny4a-145-05-resources | state-police | [disclosure, resource-use]                | {includes: [immigration-status]} | [detecting]               | violated |
        | ny4a-996-resources    | city-police  | [disclosure, resource-use]                | [immigration-status]             | [detecting]               | excused  |
        | ny4a-996-resources    | city-police  | [disclosure, resource-use]                | [immigration-status, address]    | [detecting]               | violated |
        | ny4a-996-resources    | city-police  | [disclosure, resource-use]                | {includes: [immigration-status]} | [detecting]               | violated |

    @S-32 @T-5
    Scenario Outline: The status together with <what> would not be saved
      Given the practice "dcjs-arrest-notice-status-only"
      And the fact "disclosure.content" is "[immigration-status, <field>]"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is violated
      And the exception "status-saved" fails
      And it does not turn on "status-information"

      Examples:
        | what                     | field             |
        | the name                 | identity          |
        | an address               | address           |
        | a photograph             | photograph        |
        | the event of the prints  | fingerprint-event |
        | the arrests              | criminal-history  |
        | where the person is held | custody           |
        | other details            | personal-details  |

    @T-5
    Scenario Outline: Without the status, <what> would be personal information and not saved
      Given the practice "dcjs-arrest-notice-status-only"
      And the fact "disclosure.content" is "[<field>]"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is violated

      Examples:
        | what                     | field             |
        | the name                 | identity          |
        | an address               | address           |
        | a photograph             | photograph        |
        | the event of the prints  | fingerprint-event |
        | the arrests              | criminal-history  |
        | where the person is held | custody           |
        | other details            | personal-details  |

    Scenario: A message that says nothing about a person would not be forbidden
      Given the practice "dcjs-arrest-notice-status-only"
      And the fact "disclosure.content" is "[]"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is satisfied

    @T-6
    Scenario: A message of a system would count as the agency's own on both sides' reading
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is violated
      And the reasons say "so that the message is their disclosure"
      And it does not turn on "disclosing"

    Scenario: An order of a court would excuse the notice
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.compelled-by" is "[court-order]"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is excused
      And it is excused by "ordered-by-court"

    Scenario Outline: A <what> would not excuse the notice
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.content" is "[identity]"
      And the fact "disclosure.compelled-by" is "[<command>]"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is violated
      And the exception "ordered-by-court" fails

      Examples:
        | what                       | command                |
        | statute                    | statute                |
        | subpoena of ICE's own      | administrative-subpoena |

    Scenario Outline: Whether a judicial subpoena is a court's order is left to judgment
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.content" is "[identity]"
      And the fact "disclosure.compelled-by" is "[judicial-subpoena]"
      And the judgment "us-ny/bill/2025-s2235b#subpoena-is-an-order" is "<answer>", by "the reviewer", because "for this scenario"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is <status>

      Examples:
        | answer | status   |
        | yes    | excused  |
        | no     | violated |

    Scenario: A crime as the reason would make no difference, though it does under the order
      Given the practice "employee-gives-address-criminal-case"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is violated
      But "eo170-b2-disclosure" is satisfied

    @S-22
    Scenario: A bare answer about citizenship could still be given
      Given the practice "employee-answers-status-question"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is excused
      And it is excused by "status-saved"

    Scenario: The route through the FBI would stay open
      Given the practice "dcjs-arrest-notice"
      And the recipient is the actor "fbi"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-319a-2-disclosure" is not-applicable because out-of-scope
      And "ny4a-319a-9-sent" is not-applicable because out-of-scope
      But "ny4a-621-disclosure" is undetermined

  Rule: The repeal of Correction Law 147

    Scenario: While it is law, the order's ban excuses what it commands
      Given the practice "doccs-tells-ice-of-alien-inmate"
      And the law as of 2027-02-01
      When it is checked
      Then "eo170-b2-disclosure" is excused
      And it is excused by "required-by-law"
      And "cor147-alien-inmates" is satisfied

    Scenario: With its repeal nothing would require the disclosure any more
      Given the practice "doccs-tells-ice-of-alien-inmate"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "eo170-b2-disclosure" is violated
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And the exception "required-by-law" fails
      And "cor147-alien-inmates" is not-applicable because not-in-force
      And "ny4a-319a-2-disclosure" is violated

    Scenario: It is the repeal that would change the finding under the order
      Given the practice "doccs-tells-ice-of-alien-inmate"
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is compared with the law without the bill
      Then the bill changes "eo170-b2-disclosure" from excused to violated
      And clause "9" changes it

    Scenario Outline: On <day> the disclosure <what>
      Given the practice "doccs-tells-ice-of-alien-inmate"
      And it happened on <day>
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is checked
      Then "eo170-b2-disclosure" is <order>
      And "cor147-alien-inmates" is <law>

      Examples:
        | day        | what                 | order    | law            |
        | 2026-12-31 | is required by law   | excused  | satisfied      |
        | 2027-01-01 | would not be so more | violated | not-applicable |

    Scenario: Another statute that requires the disclosure would excuse it under the order as before
      Given the practice "doccs-tells-ice-of-alien-inmate"
      And the fact "disclosure.compelled-by" is "[statute]"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "eo170-b2-disclosure" is excused

  Rule: A body that does all that the bill would forbid

    Background:
      Given the practice "s2235b-control"
      And the bill "us-ny/bill/2025-s2235b" is law

    Scenario Outline: From the day of signing "<rule>" would speak: <status>
      Given the <role> is the actor "<actor>"
      And the fact "act" is "[<act>]"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is <status>

      Examples: Police, peace officers and school resource officers
        | rule                    | role                | actor        | act                   | status   |
        | ny4a-145-05-resources   | acting agency       | state-police | resource-use          | violated |
        | ny4a-145-05-resources   | acting agency       | city-police  | police-action         | violated |
        | ny4a-145-05-custody     | custodian           | state-police | custody               | violated |
        | ny4a-145-05-arrest      | arresting authority | city-police  | civil-arrest          | violated |
        | ny4a-145-05-arrest      | arresting authority | city-police  | criminal-arrest       | violated |
        | ny4a-145-10-direction   | acting agency       | city-police  | federal-direction     | violated |
        | ny4a-145-10-custody     | custodian           | sheriff-287g | custody               | violated |
        | ny4a-145-10-agreement   | agreeing body       | sheriff-287g | enforcement-agreement | violated |
        | ny4a-145-15-questioning | acting agency       | state-police | questioning           | violated |
        | ny4a-145-20-inquiry     | inquirer            | state-police | inquiry               | violated |
        | ny4a-145-20-inquiry     | inquirer            | state-police | origin-inquiry        | violated |
        | ny4a-145-20-collection  | inquirer            | state-police | status-collection     | violated |
        | ny4a-145-20-collection  | inquirer            | state-police | data-match            | violated |
        | ny4a-145-25-notification | discloser          | city-police  | disclosure            | violated |
        | ny4a-145-30-transfer    | custodian           | county-sheriff | custody-transfer    | violated |
        | ny4a-145-35-database    | inquirer            | state-police | status-collection     | violated |
        | ny4a-145-35-database    | inquirer            | state-police | data-match            | violated |
        | ny4a-145-40-interpreters | acting agency      | state-police | interpretation        | violated |
        | ny4a-145-45-consent     | custodian           | county-sheriff | custody-interview   | violated |
        | ny4a-145-45-records     | custodian           | county-sheriff | custody-interview   | violated |

      Examples: State entities
        | rule                     | role           | actor        | act               | status       |
        | ny4a-319a-1-resources    | acting agency  | dcjs         | resource-use      | violated     |
        | ny4a-319a-1-resources    | acting agency  | state-police | police-action     | violated     |
        | ny4a-319a-1-custody      | custodian      | doccs        | custody           | violated     |
        | ny4a-319a-2-disclosure   | discloser      | state-agency | disclosure        | violated     |
        | ny4a-319a-3-inquiry      | inquirer       | state-agency | inquiry           | undetermined |
        | ny4a-319a-3-inquiry      | inquirer       | state-agency | origin-inquiry    | undetermined |
        | ny4a-319a-4-collection   | inquirer       | state-agency | status-collection | undetermined |
        | ny4a-319a-4-collection   | inquirer       | dcjs         | data-match        | undetermined |
        | ny4a-319a-5-questioning  | acting agency  | state-police | questioning       | violated     |
        | ny4a-319a-6-access       | facility keeper | state-agency | area-access      | violated     |
        | ny4a-319a-7-database     | inquirer       | dcjs         | status-collection | undetermined |
        | ny4a-319a-8-interpreters | acting agency  | state-agency | interpretation    | violated     |
        | ny4a-319a-9-sent         | discloser      | state-agency | disclosure        | violated     |
        | ny4a-319a-9-match        | inquirer       | dcjs         | data-match        | violated     |

      Examples: Municipalities and county jails
        | rule                   | role            | actor          | act               | status       |
        | ny4a-996-resources     | acting agency   | city-office    | resource-use      | violated     |
        | ny4a-996-resources     | acting agency   | city-police    | police-action     | violated     |
        | ny4a-996-custody       | custodian       | county-sheriff | custody           | violated     |
        | ny4a-996-disclosure    | discloser       | city-office    | disclosure        | violated     |
        | ny4a-996-inquiry       | inquirer        | city-office    | inquiry           | undetermined |
        | ny4a-996-inquiry       | inquirer        | city-office    | origin-inquiry    | undetermined |
        | ny4a-996-collection    | inquirer        | city-office    | status-collection | undetermined |
        | ny4a-996-collection    | inquirer        | city-office    | data-match        | undetermined |
        | ny4a-996-questioning   | acting agency   | city-police    | questioning       | violated     |
        | ny4a-996-access        | facility keeper | city-office    | area-access       | violated     |
        | ny4a-996-database      | inquirer        | city-office    | status-collection | undetermined |
        | ny4a-996-interpreters  | acting agency   | city-office    | interpretation    | violated     |
        | ny4a-500c-direction    | acting agency   | county-sheriff | federal-direction | violated     |
        | ny4a-500c-resources    | acting agency   | county-sheriff | resource-use      | undetermined |
        | ny4a-500c-custody      | custodian       | sheriff-287g   | custody           | undetermined |

      Examples: Certification and guidance
        | rule                    | role          | actor            | act          | status   |
        | ny4a-621-disclosure     | discloser     | dcjs             | disclosure   | violated |
        | ny4a-621-disclosure     | discloser     | city-police      | disclosure   | violated |
        | ny4a-621-query          | record keeper | dcjs             | record-query | violated |
        | ny4a-63e-audit-criteria | guiding body  | attorney-general | database-guidance | violated |

    Scenario Outline: The day before, "<rule>" would not be law
      Given the <role> is the actor "<actor>"
      And the fact "act" is "[<act>]"
      And it happened on 2026-12-31
      When it is checked
      Then "<rule>" is not-applicable because not-in-force

      Examples:
        | rule                    | role                | actor        | act                   |
        | ny4a-145-05-resources   | acting agency       | state-police | resource-use          |
        | ny4a-145-05-custody     | custodian           | state-police | custody               |
        | ny4a-145-05-arrest      | arresting authority | city-police  | civil-arrest          |
        | ny4a-145-10-direction   | acting agency       | city-police  | federal-direction     |
        | ny4a-145-10-custody     | custodian           | sheriff-287g | custody               |
        | ny4a-145-10-agreement   | agreeing body       | sheriff-287g | enforcement-agreement |
        | ny4a-145-15-questioning | acting agency       | state-police | questioning           |
        | ny4a-145-20-inquiry     | inquirer            | state-police | inquiry               |
        | ny4a-145-20-collection  | inquirer            | state-police | status-collection     |
        | ny4a-145-25-notification | discloser          | city-police  | disclosure            |
        | ny4a-145-30-transfer    | custodian           | county-sheriff | custody-transfer    |
        | ny4a-145-35-database    | inquirer            | state-police | status-collection     |
        | ny4a-145-40-interpreters | acting agency      | state-police | interpretation        |
        | ny4a-145-45-consent     | custodian           | county-sheriff | custody-interview   |
        | ny4a-145-45-records     | custodian           | county-sheriff | custody-interview   |
        | ny4a-319a-1-resources    | acting agency      | dcjs         | resource-use          |
        | ny4a-319a-1-custody      | custodian          | doccs        | custody               |
        | ny4a-319a-2-disclosure   | discloser          | state-agency | disclosure            |
        | ny4a-319a-3-inquiry      | inquirer           | state-agency | inquiry               |
        | ny4a-319a-4-collection   | inquirer           | state-agency | status-collection     |
        | ny4a-319a-5-questioning  | acting agency      | state-police | questioning           |
        | ny4a-319a-6-access       | facility keeper    | state-agency | area-access           |
        | ny4a-319a-7-database     | inquirer           | dcjs         | status-collection     |
        | ny4a-319a-8-interpreters | acting agency      | state-agency | interpretation        |
        | ny4a-319a-9-sent         | discloser          | state-agency | disclosure            |
        | ny4a-319a-9-match        | inquirer           | dcjs         | data-match            |
        | ny4a-996-resources     | acting agency        | city-office    | resource-use        |
        | ny4a-996-custody       | custodian            | county-sheriff | custody             |
        | ny4a-996-disclosure    | discloser            | city-office    | disclosure          |
        | ny4a-996-inquiry       | inquirer             | city-office    | inquiry             |
        | ny4a-996-collection    | inquirer             | city-office    | status-collection   |
        | ny4a-996-questioning   | acting agency        | city-police    | questioning         |
        | ny4a-996-access        | facility keeper      | city-office    | area-access         |
        | ny4a-996-database      | inquirer             | city-office    | status-collection   |
        | ny4a-996-interpreters  | acting agency        | city-office    | interpretation      |
        | ny4a-500c-direction    | acting agency        | county-sheriff | federal-direction   |
        | ny4a-500c-resources    | acting agency        | county-sheriff | resource-use        |
        | ny4a-500c-custody      | custodian            | sheriff-287g   | custody             |
        | ny4a-621-disclosure     | discloser     | dcjs             | disclosure                |
        | ny4a-621-query          | record keeper | dcjs             | record-query              |
        | ny4a-63e-audit-criteria | guiding body  | attorney-general | database-guidance         |

    Scenario Outline: "<rule>" would not bind <who>
      Given the <role> is the actor "<actor>"
      And the fact "act" is "[<act>]"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is not-applicable because not-bound

      Examples: Bodies without officers, and federal officers
        | rule                    | who                    | role                | actor                | act                   |
        | ny4a-145-05-resources   | the civilians of DCJS  | acting agency       | dcjs                 | resource-use          |
        | ny4a-145-05-custody     | ICE itself             | custodian           | ice-removal-officers | custody               |
        | ny4a-145-05-arrest      | ICE itself             | arresting authority | ice-removal-officers | civil-arrest          |
        | ny4a-145-10-direction   | the civilians of DCJS  | acting agency       | dcjs                 | federal-direction     |
        | ny4a-145-10-custody     | ICE itself             | custodian           | ice-removal-officers | custody               |
        | ny4a-145-10-agreement   | an office without officers | agreeing body   | city-office          | enforcement-agreement |
        | ny4a-145-15-questioning | the civilians of DCJS  | acting agency       | dcjs                 | questioning           |
        | ny4a-145-20-inquiry     | the civilians of DCJS  | inquirer            | dcjs                 | inquiry               |
        | ny4a-145-20-collection  | the civilians of DCJS  | inquirer            | dcjs                 | data-match            |
        | ny4a-145-25-notification | the civilians of DCJS | discloser           | dcjs                 | disclosure            |
        | ny4a-145-30-transfer    | ICE itself             | custodian           | ice-removal-officers | custody-transfer      |
        | ny4a-145-35-database    | the civilians of DCJS  | inquirer            | dcjs                 | data-match            |
        | ny4a-145-40-interpreters | the civilians of DCJS | acting agency       | dcjs                 | interpretation        |
        | ny4a-145-45-consent     | ICE itself             | custodian           | ice-removal-officers | custody-interview     |
        | ny4a-145-45-records     | ICE itself             | custodian           | ice-removal-officers | custody-interview     |

      Examples: Localities and the United States are no state entity
        | rule                     | who           | role            | actor          | act               |
        | ny4a-319a-1-resources    | a city        | acting agency   | city-office    | resource-use      |
        | ny4a-319a-1-custody      | a county jail | custodian       | county-sheriff | custody           |
        | ny4a-319a-2-disclosure   | a city        | discloser       | city-police    | disclosure        |
        | ny4a-319a-2-disclosure   | the FBI       | discloser       | fbi            | disclosure        |
        | ny4a-319a-3-inquiry      | a city        | inquirer        | city-office    | inquiry           |
        | ny4a-319a-4-collection   | a city        | inquirer        | city-office    | status-collection |
        | ny4a-319a-5-questioning  | a city        | acting agency   | city-police    | questioning       |
        | ny4a-319a-6-access       | a city        | facility keeper | city-office    | area-access       |
        | ny4a-319a-7-database     | a city        | inquirer        | city-office    | status-collection |
        | ny4a-319a-8-interpreters | a city        | acting agency   | city-office    | interpretation    |
        | ny4a-319a-9-sent         | a city        | discloser       | city-office    | disclosure        |
        | ny4a-319a-9-match        | a city        | inquirer        | city-office    | data-match        |

      Examples: State bodies are no municipality, and neither is a jail nor a law enforcement agency
        | rule                    | who                      | role            | actor             | act               |
        | ny4a-996-resources      | the state                | acting agency   | state-agency      | resource-use      |
        | ny4a-996-custody        | the state                | custodian       | doccs             | custody           |
        | ny4a-996-disclosure     | the state                | discloser       | state-agency      | disclosure        |
        | ny4a-996-inquiry        | the state                | inquirer        | state-agency      | inquiry           |
        | ny4a-996-collection     | the state                | inquirer        | state-agency      | status-collection |
        | ny4a-996-questioning    | the state                | acting agency   | state-police      | questioning       |
        | ny4a-996-access         | the state                | facility keeper | state-agency      | area-access       |
        | ny4a-996-database       | the state                | inquirer        | state-agency      | status-collection |
        | ny4a-996-interpreters   | the state                | acting agency   | state-agency      | interpretation    |
        | ny4a-256b-inquiry       | other state bodies       | inquirer        | state-agency      | inquiry           |
        | ny4a-256b-communication | the police               | discloser       | city-police       | disclosure        |
        | ny4a-256b-court-report  | other state bodies       | inquirer        | state-agency      | status-collection |
        | ny4a-edu-disclosure     | the police               | discloser       | city-police       | disclosure        |
        | ny4a-edu-access         | other state bodies       | facility keeper | state-agency      | area-access       |
        | ny4a-500c-direction     | the state police         | acting agency   | state-police      | federal-direction |
        | ny4a-500c-resources     | the city's police        | acting agency   | city-police       | resource-use      |
        | ny4a-500c-custody       | the state's prisons      | custodian       | doccs             | custody           |
        | ny4a-256b-communication | the FBI                  | discloser       | fbi               | disclosure        |
        | ny4a-edu-disclosure     | the FBI                  | discloser       | fbi               | disclosure        |
        | ny4a-500c-custody       | ICE itself               | custodian       | ice-removal-officers | custody        |
        | ny4a-621-disclosure     | the FBI                  | discloser       | fbi               | disclosure        |
        | ny4a-621-disclosure     | an agency without police | discloser       | state-agency      | disclosure        |
        | ny4a-621-query          | the FBI                  | record keeper   | fbi               | record-query      |
        | ny4a-63e-audit-criteria | the Comptroller          | guiding body    | state-comptroller | database-guidance |

    Scenario Outline: An act of another kind is not what "<rule>" would be about
      Given the <role> is the actor "<actor>"
      And the fact "act" is "[compliance-statement]"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is not-applicable because out-of-scope

      Examples:
        | rule                     | role                | actor          |
        | ny4a-145-05-resources    | acting agency       | state-police   |
        | ny4a-145-05-custody      | custodian           | state-police   |
        | ny4a-145-05-arrest       | arresting authority | city-police    |
        | ny4a-145-10-direction    | acting agency       | city-police    |
        | ny4a-145-10-custody      | custodian           | sheriff-287g   |
        | ny4a-145-10-agreement    | agreeing body       | sheriff-287g   |
        | ny4a-145-15-questioning  | acting agency       | state-police   |
        | ny4a-145-20-inquiry      | inquirer            | state-police   |
        | ny4a-145-20-collection   | inquirer            | state-police   |
        | ny4a-145-25-notification | discloser           | city-police    |
        | ny4a-145-30-transfer     | custodian           | county-sheriff |
        | ny4a-145-35-database     | inquirer            | state-police   |
        | ny4a-145-40-interpreters | acting agency       | state-police   |
        | ny4a-145-45-consent      | custodian           | county-sheriff |
        | ny4a-145-45-records      | custodian           | county-sheriff |
        | ny4a-319a-1-resources    | acting agency       | dcjs           |
        | ny4a-319a-1-custody      | custodian           | doccs          |
        | ny4a-319a-2-disclosure   | discloser           | state-agency   |
        | ny4a-319a-3-inquiry      | inquirer            | state-agency   |
        | ny4a-319a-4-collection   | inquirer            | dcjs           |
        | ny4a-319a-5-questioning  | acting agency       | state-police   |
        | ny4a-319a-6-access       | facility keeper     | state-agency   |
        | ny4a-319a-7-database     | inquirer            | dcjs           |
        | ny4a-319a-8-interpreters | acting agency       | state-agency   |
        | ny4a-319a-9-sent         | discloser           | state-agency   |
        | ny4a-319a-9-request      | information source  | state-agency   |
        | ny4a-319a-9-match        | inquirer            | dcjs           |
        | ny4a-996-resources       | acting agency       | city-office    |
        | ny4a-996-custody         | custodian           | county-sheriff |
        | ny4a-996-disclosure      | discloser           | city-office    |
        | ny4a-996-inquiry         | inquirer            | city-office    |
        | ny4a-996-collection      | inquirer            | city-office    |
        | ny4a-996-questioning     | acting agency       | city-police    |
        | ny4a-996-access          | facility keeper     | city-office    |
        | ny4a-996-database        | inquirer            | city-office    |
        | ny4a-996-interpreters    | acting agency       | city-office    |
        | ny4a-500c-direction      | acting agency       | county-sheriff |
        | ny4a-500c-resources      | acting agency       | county-sheriff |
        | ny4a-500c-custody        | custodian           | county-sheriff |
        | ny4a-621-disclosure      | discloser           | dcjs           |
        | ny4a-621-query           | record keeper       | dcjs           |
        | ny4a-63e-audit-criteria  | guiding body        | attorney-general |

    Scenario Outline: With another body than an immigration authority, "<rule>" is <status>
      Given the <role> is the actor "<actor>"
      And the <other> is the actor "fbi"
      And the fact "act" is "[<act>]"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is <status>

      Examples:
        | rule                     | role            | actor          | other              | act               | status         |
        | ny4a-145-10-direction    | acting agency   | city-police    | directing body     | federal-direction | satisfied      |
        | ny4a-145-25-notification | discloser       | city-police    | recipient          | disclosure        | not-applicable |
        | ny4a-145-30-transfer     | custodian       | county-sheriff | recipient          | custody-transfer  | satisfied      |
        | ny4a-145-40-interpreters | acting agency   | state-police   | interpreter        | interpretation    | satisfied      |
        | ny4a-145-45-consent      | custodian       | county-sheriff | interviewer        | custody-interview | not-applicable |
        | ny4a-145-45-records      | custodian       | county-sheriff | interviewer        | custody-interview | not-applicable |
        | ny4a-319a-2-disclosure   | discloser       | state-agency   | recipient          | disclosure        | not-applicable |
        | ny4a-319a-6-access       | facility keeper | state-agency   | visitor            | area-access       | not-applicable |
        | ny4a-319a-8-interpreters | acting agency   | state-agency   | interpreter        | interpretation    | satisfied      |
        | ny4a-319a-9-sent         | discloser       | state-agency   | recipient          | disclosure        | not-applicable |
        | ny4a-319a-9-match        | inquirer        | dcjs           | information source | data-match        | not-applicable |
        | ny4a-996-disclosure      | discloser       | city-office    | recipient          | disclosure        | not-applicable |
        | ny4a-996-access          | facility keeper | city-office    | visitor            | area-access       | not-applicable |
        | ny4a-996-interpreters    | acting agency   | city-office    | interpreter        | interpretation    | satisfied      |
        | ny4a-500c-direction      | acting agency   | county-sheriff | directing body     | federal-direction | satisfied      |
        | ny4a-621-disclosure      | discloser       | dcjs           | recipient          | disclosure        | violated       |
        | ny4a-621-query           | record keeper   | dcjs           | user agency        | record-query      | violated       |

    Scenario Outline: With "<fact>" as "<value>", "<rule>" is <status>
      Given the <role> is the actor "<actor>"
      And the fact "act" is "[<act>]"
      And the fact "<fact>" is "<value>"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is <status>

      Examples: What the means, the hold and the arrest are for
        | rule                    | role                | actor          | act             | fact                | value                                         | status    |
        | ny4a-145-05-resources   | acting agency       | state-police   | resource-use    | enforcement.purpose | [entry-or-reentry]                            | violated  |
        | ny4a-145-05-resources   | acting agency       | state-police   | resource-use    | enforcement.purpose | [other-crime, other-purpose]                  | satisfied |
        | ny4a-145-05-resources   | acting agency       | state-police   | police-action   | enforcement.purpose | unknown                                       | undetermined |
        | ny4a-145-05-resources   | acting agency       | state-police   | resource-use    | judicial-papers     | [judicial-warrant]                            | excused   |
        | ny4a-145-05-resources   | acting agency       | state-police   | resource-use    | judicial-papers     | [court-order]                                 | excused   |
        | ny4a-145-05-resources   | acting agency       | state-police   | resource-use    | judicial-papers     | unknown                                       | violated  |
        | ny4a-319a-1-resources   | acting agency       | state-agency   | resource-use    | enforcement.purpose | [entry-or-reentry]                            | violated  |
        | ny4a-319a-1-resources   | acting agency       | state-agency   | resource-use    | enforcement.purpose | [other-crime, other-purpose]                  | satisfied |
        | ny4a-319a-1-resources   | acting agency       | state-agency   | resource-use    | judicial-papers     | [judicial-warrant]                            | excused   |
        | ny4a-996-resources      | acting agency       | city-office    | resource-use    | enforcement.purpose | [entry-or-reentry]                            | violated  |
        | ny4a-996-resources      | acting agency       | city-office    | resource-use    | enforcement.purpose | [other-crime, other-purpose]                  | satisfied |
        | ny4a-996-resources      | acting agency       | city-office    | resource-use    | judicial-papers     | [court-order]                                 | excused   |
        | ny4a-996-resources      | acting agency       | city-office    | resource-use    | judicial-papers     | [habeas-writ]                                 | excused   |
        | ny4a-500c-resources     | acting agency       | county-sheriff | resource-use    | enforcement.purpose | [other-crime]                                 | satisfied |
        | ny4a-145-05-custody     | custodian           | county-sheriff | custody         | custody.held-on     | [criminal-matter]                             | violated  |
        | ny4a-145-05-custody     | custodian           | county-sheriff | custody         | custody.held-on     | [immigration-detainer, federal-judge-warrant] | excused   |
        | ny4a-145-05-custody     | custodian           | county-sheriff | custody         | custody.held-on     | [immigration-detainer, state-judge-warrant]   | excused   |
        | ny4a-319a-1-custody     | custodian           | doccs          | custody         | custody.held-on     | [immigration-detainer, federal-judge-warrant] | excused   |
        | ny4a-996-custody        | custodian           | county-sheriff | custody         | custody.held-on     | [immigration-detainer, state-judge-warrant]   | excused   |
        | ny4a-996-custody        | custodian           | county-sheriff | custody         | judicial-papers     | [habeas-writ]                                 | excused   |
        | ny4a-145-10-custody     | custodian           | county-sheriff | custody         | custody.held-on     | [immigration-detainer]                        | satisfied |
        | ny4a-145-05-arrest      | arresting authority | city-police    | civil-arrest    | arrest.warrant-from | [article-iii-judge]                           | excused   |
        | ny4a-145-05-arrest      | arresting authority | city-police    | civil-arrest    | arrest.warrant-from | [federal-magistrate-judge]                    | excused   |
        | ny4a-145-05-arrest      | arresting authority | city-police    | civil-arrest    | arrest.warrant-from | [immigration-judge]                           | violated  |
        | ny4a-145-05-arrest      | arresting authority | city-police    | civil-arrest    | arrest.order-from   | [article-iii-judge]                           | excused   |
        | ny4a-145-05-arrest      | arresting authority | city-police    | civil-arrest    | arrest.order-from   | [federal-magistrate-judge]                    | excused   |
        | ny4a-145-05-arrest      | arresting authority | city-police    | civil-arrest    | arrest.order-from   | [state-judge]                                 | excused   |
        | ny4a-145-05-arrest      | arresting authority | city-police    | civil-arrest    | arrest.order-from   | [local-judge]                                 | excused   |
        | ny4a-145-05-arrest      | arresting authority | city-police    | civil-arrest    | arrest.order-from   | [immigration-judge]                           | violated  |
        | ny4a-145-05-arrest      | arresting authority | city-police    | civil-arrest    | custody.held-on     | [federal-judge-warrant]                       | excused   |

      Examples: Questioning
        | rule                    | role          | actor        | act         | fact                 | value                             | status    |
        | ny4a-145-15-questioning | acting agency | state-police | questioning | questioning.rests-on | [administrative-warrant]          | violated  |
        | ny4a-145-15-questioning | acting agency | state-police | questioning | enforcement.purpose  | [other-crime]                     | violated  |
        | ny4a-145-15-questioning | acting agency | state-police | questioning | questioning.rests-on | [other-ground]                    | violated  |
        | ny4a-145-15-questioning | acting agency | state-police | questioning | questioning.rests-on | [judge-warrant]                   | satisfied |
        | ny4a-145-15-questioning | acting agency | state-police | questioning | questioning.rests-on | [immigration-detainer, judge-warrant] | satisfied |
        | ny4a-319a-5-questioning | acting agency | state-police | questioning | questioning.rests-on | [judge-warrant]                   | satisfied |
        | ny4a-996-questioning    | acting agency | city-police  | questioning | questioning.rests-on | [judge-warrant]                   | satisfied |
        | ny4a-319a-5-questioning | acting agency | state-police | questioning | questioning.rests-on | [other-ground]                    | violated  |
        | ny4a-319a-5-questioning | acting agency | state-police | questioning | judicial-papers      | [judicial-warrant]                | excused   |
        | ny4a-996-questioning    | acting agency | city-police  | questioning | questioning.rests-on | [other-ground]                    | violated  |
        | ny4a-996-questioning    | acting agency | city-police  | questioning | judicial-papers      | [court-order]                     | excused   |

      Examples: Agreements
        | rule                  | role          | actor        | act                   | fact           | value              | status       |
        | ny4a-145-10-agreement | agreeing body | sheriff-287g | enforcement-agreement | agreement.step | [entered]          | violated     |
        | ny4a-145-10-agreement | agreeing body | sheriff-287g | enforcement-agreement | agreement.step | [renewed]          | violated     |
        | ny4a-145-10-agreement | agreeing body | sheriff-287g | enforcement-agreement | agreement.step | [modified]         | violated     |
        | ny4a-145-10-agreement | agreeing body | sheriff-287g | enforcement-agreement | agreement.step | [ended]            | satisfied    |
        | ny4a-145-10-agreement | agreeing body | sheriff-287g | enforcement-agreement | agreement.kind | detention          | undetermined |
        | ny4a-145-10-agreement | agreeing body | sheriff-287g | enforcement-agreement | agreement.kind | criminal-matters   | undetermined |
        | ny4a-145-10-agreement | agreeing body | sheriff-287g | enforcement-agreement | agreement.kind | other-agreement    | undetermined |

      Examples: Inquiry and records
        | rule                   | role     | actor        | act               | fact                              | value               | status       |
        | ny4a-145-20-inquiry    | inquirer | state-police | inquiry           | inquiry.compelled-by              | [statute]           | excused      |
        | ny4a-145-20-inquiry    | inquirer | state-police | inquiry           | inquiry.compelled-by              | [court-order]       | excused      |
        | ny4a-145-20-inquiry    | inquirer | state-police | inquiry           | inquiry.authorized-by             | [statute]           | violated     |
        | ny4a-145-20-inquiry    | inquirer | state-police | inquiry           | inquiry.necessary-for-eligibility | true                | excused      |
        | ny4a-145-20-inquiry    | inquirer | state-police | document-request  | document-request.purpose          | immigration-status  | violated     |
        | ny4a-145-20-inquiry    | inquirer | state-police | document-request  | document-request.purpose          | identification      | satisfied    |
        | ny4a-145-20-collection | inquirer | state-police | status-collection | inquiry.compelled-by              | [statute]           | excused      |
        | ny4a-145-20-collection | inquirer | state-police | status-collection | inquiry.necessary-for-eligibility | true                | excused      |
        | ny4a-145-20-collection | inquirer | state-police | data-match        | match.direction                   | [outbound]          | not-applicable |
        | ny4a-145-35-database   | inquirer | state-police | status-collection | inquiry.necessary-for-eligibility | true                | excused      |
        | ny4a-145-35-database   | inquirer | state-police | status-collection | inquiry.kept-in                   | [elsewhere]         | satisfied    |
        | ny4a-145-35-database   | inquirer | state-police | status-collection | inquiry.kept-in                   | unknown             | undetermined |
        | ny4a-319a-3-inquiry    | inquirer | state-agency | inquiry           | inquiry.necessary-for-eligibility | true                | undetermined |
        | ny4a-319a-3-inquiry    | inquirer | state-agency | inquiry           | judicial-papers                   | [court-order]       | excused      |
        | ny4a-319a-3-inquiry    | inquirer | state-agency | document-request  | document-request.purpose          | identification      | satisfied    |
        | ny4a-319a-4-collection | inquirer | state-agency | status-collection | judicial-papers                   | [court-order]       | excused      |
        | ny4a-319a-7-database   | inquirer | dcjs         | data-match        | inquiry.kept-in                   | [elsewhere]         | satisfied    |
        | ny4a-319a-7-database   | inquirer | dcjs         | status-collection | judicial-papers                   | [court-order]       | excused      |
        | ny4a-996-inquiry       | inquirer | city-office  | inquiry           | judicial-papers                   | [court-order]       | excused      |
        | ny4a-996-inquiry       | inquirer | city-office  | document-request  | document-request.purpose          | identification      | satisfied    |
        | ny4a-996-collection    | inquirer | city-office  | status-collection | judicial-papers                   | [court-order]       | excused      |
        | ny4a-996-database      | inquirer | city-office  | data-match        | inquiry.kept-in                   | [elsewhere]         | satisfied    |
        | ny4a-996-database      | inquirer | city-office  | status-collection | judicial-papers                   | [court-order]       | excused      |
        | ny4a-319a-9-match      | inquirer | dcjs         | data-match        | match.direction                   | [outbound]          | not-applicable |

      Examples: Disclosure and access
        | rule                     | role            | actor          | act              | fact                    | value                  | status         |
        | ny4a-145-25-notification | discloser       | city-police    | disclosure       | disclosure.content      | [immigration-status]   | excused        |
        | ny4a-145-25-notification | discloser       | city-police    | disclosure       | disclosure.content      | [immigration-status, custody] | violated |
        | ny4a-145-25-notification | discloser       | city-police    | disclosure       | disclosure.content      | [custody]              | violated       |
        | ny4a-145-25-notification | discloser       | city-police    | disclosure       | disclosure.content      | unknown                | violated       |
        | ny4a-145-25-notification | discloser       | city-police    | disclosure       | disclosure.made-by      | automated-message      | violated       |
        | ny4a-145-25-notification | discloser       | city-police    | disclosure       | disclosure.compelled-by | [court-order]          | excused        |
        | ny4a-996-disclosure      | discloser       | city-office    | disclosure       | disclosure.content      | [immigration-status]   | excused        |
        | ny4a-996-disclosure      | discloser       | city-office    | disclosure       | disclosure.content      | []                     | satisfied      |
        | ny4a-996-disclosure      | discloser       | city-office    | disclosure       | disclosure.compelled-by | [court-order]          | excused        |
        | ny4a-996-disclosure      | discloser       | city-office    | disclosure       | judicial-papers         | [habeas-writ]          | excused        |
        | ny4a-145-30-transfer     | custodian       | county-sheriff | custody-transfer | custody.held-on         | [federal-judge-warrant] | excused       |
        | ny4a-145-30-transfer     | custodian       | county-sheriff | custody-transfer | judicial-papers         | [judicial-warrant]     | excused        |
        | ny4a-145-30-transfer     | custodian       | county-sheriff | custody-transfer | custody.held-on         | [state-judge-warrant]  | violated       |
        | ny4a-145-30-transfer     | custodian       | county-sheriff | custody-transfer | judicial-papers         | [court-order]          | violated       |
        | ny4a-319a-6-access       | facility keeper | state-agency   | area-access      | access.area             | public                 | satisfied      |
        | ny4a-319a-6-access       | facility keeper | state-agency   | area-access      | judicial-papers         | [judicial-warrant]     | excused        |
        | ny4a-319a-8-interpreters | acting agency   | state-agency   | interpretation   | judicial-papers         | [court-order]          | excused        |
        | ny4a-996-access          | facility keeper | city-office    | area-access      | access.area             | public                 | satisfied      |
        | ny4a-996-access          | facility keeper | city-office    | area-access      | judicial-papers         | [judicial-warrant]     | excused        |
        | ny4a-996-interpreters    | acting agency   | city-office    | interpretation   | judicial-papers         | [court-order]          | excused        |

      Examples: Duties, each half of them
        | rule                    | role          | actor            | act               | fact                             | value   | status       |
        | ny4a-145-45-consent     | custodian     | county-sheriff   | custody-interview | interview.consent-form           | true    | satisfied    |
        | ny4a-145-45-records     | custodian     | county-sheriff   | custody-interview | interview.recorded               | true    | violated     |
        | ny4a-145-45-records     | custodian     | county-sheriff   | custody-interview | interview.in-yearly-summary      | true    | violated     |
        | ny4a-319a-9-sent        | discloser     | state-agency     | disclosure        | communication.recorded           | true    | violated     |
        | ny4a-319a-9-sent        | discloser     | state-agency     | disclosure        | communication.in-yearly-report   | true    | violated     |
        | ny4a-319a-9-match       | inquirer      | dcjs             | data-match        | communication.recorded           | true    | violated     |
        | ny4a-319a-9-match       | inquirer      | dcjs             | data-match        | communication.in-yearly-report   | true    | violated     |
        | ny4a-621-disclosure     | discloser     | dcjs             | disclosure        | certification.no-immigration-use | true    | satisfied    |
        | ny4a-621-disclosure     | discloser     | dcjs             | disclosure        | certification.no-immigration-use | unknown | undetermined |
        | ny4a-621-query          | record keeper | dcjs             | record-query      | certification.no-immigration-use | true    | satisfied    |

    Scenario Outline: With both halves done, the duty of "<rule>" is met
      Given the <role> is the actor "<actor>"
      And the fact "act" is "[<act>]"
      And the fact "<one>" is "true"
      And the fact "<other>" is "true"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is satisfied

      Examples:
        | rule                    | role         | actor            | act               | one                      | other                          |
        | ny4a-145-45-records     | custodian    | county-sheriff   | custody-interview | interview.recorded       | interview.in-yearly-summary    |
        | ny4a-319a-9-sent        | discloser    | state-agency     | disclosure        | communication.recorded   | communication.in-yearly-report |
        | ny4a-319a-9-match       | inquirer     | dcjs             | data-match        | communication.recorded   | communication.in-yearly-report |

    Scenario Outline: Guidance <guidance>, audit criteria <criteria> and training <training>: the Attorney General's duty is <status>
      Given the guiding body is the actor "attorney-general"
      And the fact "act" is "[database-guidance]"
      And the fact "database.guidance-issued" is "<guidance>"
      And the fact "database.audit-criteria-issued" is "<criteria>"
      And the fact "database.training-issued" is "<training>"
      And it happened on 2027-01-01
      When it is checked
      Then "ny4a-63e-audit-criteria" is <status>

      Examples:
        | guidance | criteria | training | status       |
        | true     | true     | true     | satisfied    |
        | false    | true     | true     | violated     |
        | true     | false    | true     | violated     |
        | true     | true     | false    | violated     |
        | true     | true     | unknown  | undetermined |

    Scenario Outline: The one who acts has to show the exception: with "<fact>" open, "<exception>" does not help
      Given the <role> is the actor "<actor>"
      And the fact "act" is "[<act>]"
      And the fact "<fact>" is "<value>"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is <status>
      And the exception "<exception>" is not shown

      Examples:
        | rule                     | role                | actor          | act               | fact                              | value                              | exception             | status       |
        | ny4a-145-05-resources    | acting agency       | state-police   | resource-use      | judicial-papers                   | unknown                            | ordered-by-court      | violated     |
        | ny4a-145-05-custody      | custodian           | county-sheriff | custody           | custody.held-on                   | {includes: [immigration-detainer]} | ordered-by-court      | violated     |
        | ny4a-145-05-arrest       | arresting authority | city-police    | civil-arrest      | arrest.order-from                 | unknown                            | ordered-by-court      | violated     |
        | ny4a-145-20-inquiry      | inquirer            | state-police   | inquiry           | inquiry.compelled-by              | unknown                            | required-by-law       | violated     |
        | ny4a-145-20-inquiry      | inquirer            | state-police   | inquiry           | inquiry.necessary-for-eligibility | unknown                            | program-or-benefit    | violated     |
        | ny4a-145-20-collection   | inquirer            | state-police   | status-collection | inquiry.compelled-by              | unknown                            | required-by-law       | violated     |
        | ny4a-145-20-collection   | inquirer            | state-police   | status-collection | inquiry.necessary-for-eligibility | unknown                            | program-or-benefit    | violated     |
        | ny4a-145-25-notification | discloser           | city-police    | disclosure        | disclosure.content                | {includes: [immigration-status]}   | status-saved          | violated     |
        | ny4a-145-25-notification | discloser           | city-police    | disclosure        | disclosure.compelled-by           | unknown                            | ordered-by-court      | violated     |
        | ny4a-145-30-transfer     | custodian           | county-sheriff | custody-transfer  | judicial-papers                   | unknown                            | federal-judge-warrant | violated     |
        | ny4a-145-35-database     | inquirer            | state-police   | status-collection | inquiry.necessary-for-eligibility | unknown                            | program-or-benefit    | violated     |
        | ny4a-319a-1-resources    | acting agency       | state-agency   | resource-use      | judicial-papers                   | unknown                            | ordered-by-court      | violated     |
        | ny4a-319a-1-custody      | custodian           | doccs          | custody           | custody.held-on                   | {includes: [immigration-detainer]} | ordered-by-court      | violated     |
        | ny4a-319a-2-disclosure   | discloser           | state-agency   | disclosure        | disclosure.content                | {includes: [immigration-status]}   | status-saved          | violated     |
        | ny4a-319a-2-disclosure   | discloser           | state-agency   | disclosure        | disclosure.compelled-by           | unknown                            | ordered-by-court      | violated     |
        | ny4a-319a-3-inquiry      | inquirer            | state-agency   | inquiry           | judicial-papers                   | unknown                            | ordered-by-court      | undetermined |
        | ny4a-319a-4-collection   | inquirer            | state-agency   | status-collection | judicial-papers                   | unknown                            | ordered-by-court      | undetermined |
        | ny4a-319a-5-questioning  | acting agency       | state-agency   | questioning       | judicial-papers                   | unknown                            | ordered-by-court      | violated     |
        | ny4a-319a-6-access       | facility keeper     | state-agency   | area-access       | judicial-papers                   | unknown                            | ordered-by-court      | violated     |
        | ny4a-319a-7-database     | inquirer            | state-agency   | status-collection | judicial-papers                   | unknown                            | ordered-by-court      | undetermined |
        | ny4a-319a-8-interpreters | acting agency       | state-agency   | interpretation    | judicial-papers                   | unknown                            | ordered-by-court      | violated     |
        | ny4a-996-resources       | acting agency       | city-police    | resource-use      | judicial-papers                   | unknown                            | ordered-by-court      | violated     |
        | ny4a-996-resources       | acting agency       | city-police    | resource-use      | judicial-papers                   | unknown                            | habeas-writ           | violated     |
        | ny4a-996-custody         | custodian           | county-sheriff | custody           | custody.held-on                   | {includes: [immigration-detainer]} | ordered-by-court      | violated     |
        | ny4a-996-custody         | custodian           | county-sheriff | custody           | judicial-papers                   | unknown                            | habeas-writ           | violated     |
        | ny4a-996-disclosure      | discloser           | city-office    | disclosure        | disclosure.content                | {includes: [immigration-status]}   | status-saved          | violated     |
        | ny4a-996-disclosure      | discloser           | city-office    | disclosure        | disclosure.compelled-by           | unknown                            | ordered-by-court      | violated     |
        | ny4a-996-disclosure      | discloser           | city-office    | disclosure        | judicial-papers                   | unknown                            | habeas-writ           | violated     |
        | ny4a-996-inquiry         | inquirer            | city-office    | inquiry           | judicial-papers                   | unknown                            | ordered-by-court      | undetermined |
        | ny4a-996-collection      | inquirer            | city-office    | status-collection | judicial-papers                   | unknown                            | ordered-by-court      | undetermined |
        | ny4a-996-questioning     | acting agency       | city-police    | questioning       | judicial-papers                   | unknown                            | ordered-by-court      | violated     |
        | ny4a-996-access          | facility keeper     | city-office    | area-access       | judicial-papers                   | unknown                            | ordered-by-court      | violated     |
        | ny4a-996-database        | inquirer            | city-office    | status-collection | judicial-papers                   | unknown                            | ordered-by-court      | undetermined |
        | ny4a-996-interpreters    | acting agency       | city-police    | interpretation    | judicial-papers                   | unknown                            | ordered-by-court      | violated     |

    Scenario Outline: Where nobody knows what else came with the status, "<rule>" is not lifted
      Given the inquirer is the actor "<actor>"
      And the fact "act" is "[<act>]"
      And the fact "inquiry.means" is "[asking-authority]"
      And the fact "inquiry.received" is "{includes: [immigration-status]}"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is <status>
      And the exception "status-saved" is not shown

      Examples:
        | rule                   | actor        | act               | status       |
        | ny4a-145-20-inquiry    | state-police | inquiry           | violated     |
        | ny4a-145-20-collection | state-police | status-collection | violated     |
        | ny4a-319a-3-inquiry    | state-agency | inquiry           | undetermined |
        | ny4a-319a-4-collection | state-agency | status-collection | undetermined |
        | ny4a-996-inquiry       | city-office  | inquiry           | undetermined |
        | ny4a-996-collection    | city-office  | status-collection | undetermined |

    Scenario Outline: Information for a body of level <level> would <what> a certification
      Given the <role> is the actor "dcjs"
      And the <other> is this body:
        | title  | attribute | value   |
        | a body | level     | <level> |
      And the fact "act" is "[<act>]"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is <status>

      Examples:
        | rule                | role          | other      | act          | level      | what     | status         |
        | ny4a-621-disclosure | discloser     | recipient  | disclosure   | federal    | need     | violated       |
        | ny4a-621-disclosure | discloser     | recipient  | disclosure   | interstate | need     | violated       |
        | ny4a-621-disclosure | discloser     | recipient  | disclosure   | state      | not need | not-applicable |
        | ny4a-621-disclosure | discloser     | recipient  | disclosure   | local      | not need | not-applicable |
        | ny4a-621-query      | record keeper | user agency | record-query | interstate | need     | violated       |
        | ny4a-621-query      | record keeper | user agency | record-query | local      | not need | not-applicable |

    Scenario: Whether a judge allowed to tell of the court date has to be shown
      Given the assisting body is the actor "city-police"
      And the arresting authority is the actor "ice-removal-officers"
      And the fact "act" is "[arrest-assistance]"
      And the fact "judicial-papers" is not known
      And it happened on 2027-01-01
      When it is checked
      Then "ny4a-145-25-court-date" is violated
      And the exception "ordered-by-court" is not shown

    Scenario Outline: Held on "<held>" and <purpose>, a person is held for immigration enforcement or not
      Given the custodian is the actor "<actor>"
      And the fact "act" is "[custody]"
      And the fact "custody.held-on" is "[<held>]"
      And the fact "enforcement.purpose" is "[<purpose>]"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is <status>

      Examples:
        | rule                | actor          | held                                    | purpose           | status       |
        | ny4a-145-05-custody | county-sheriff | immigration-detainer                    | other-purpose     | violated     |
        | ny4a-145-05-custody | county-sheriff | administrative-warrant                  | other-purpose     | violated     |
        | ny4a-145-05-custody | county-sheriff | delegated-power                         | other-purpose     | violated     |
        | ny4a-145-05-custody | county-sheriff | suspected-presence                      | other-purpose     | violated     |
        | ny4a-145-05-custody | county-sheriff | criminal-matter                         | other-purpose     | satisfied    |
        | ny4a-145-05-custody | county-sheriff | immigration-detainer, criminal-matter   | other-purpose     | satisfied    |
        | ny4a-145-05-custody | county-sheriff | immigration-detainer, state-judge-warrant | other-purpose   | satisfied    |
        | ny4a-145-05-custody | county-sheriff | immigration-detainer, federal-judge-warrant | other-purpose | satisfied    |
        | ny4a-145-05-custody | county-sheriff | federal-crime                           | entry-or-reentry  | violated     |
        | ny4a-145-05-custody | county-sheriff | federal-crime                           | other-purpose     | satisfied    |
        | ny4a-319a-1-custody | doccs          | federal-crime                           | other-purpose     | satisfied    |
        | ny4a-145-05-custody | county-sheriff | criminal-matter                         | civil-immigration | violated     |
        | ny4a-319a-1-custody | doccs          | immigration-detainer                    | other-purpose     | violated     |
        | ny4a-319a-1-custody | doccs          | criminal-matter                         | other-purpose     | satisfied    |
        | ny4a-996-custody    | county-sheriff | immigration-detainer                    | other-purpose     | violated     |
        | ny4a-996-custody    | county-sheriff | criminal-matter                         | other-purpose     | satisfied    |
        | ny4a-500c-custody   | county-sheriff | immigration-detainer                    | other-purpose     | undetermined |
        | ny4a-500c-custody   | county-sheriff | criminal-matter                         | other-purpose     | satisfied    |

    Scenario Outline: Arrested for <purpose> on "<held>", with a warrant of "<warrant>", the arrest is <status>
      Given the arresting authority is the actor "city-police"
      And the fact "act" is "[criminal-arrest]"
      And the fact "custody.held-on" is "[<held>]"
      And the fact "arrest.warrant-from" is "[<warrant>]"
      And the fact "enforcement.purpose" is "[<purpose>]"
      And it happened on 2027-01-01
      When it is checked
      Then "ny4a-145-05-arrest" is <status>

      Examples:
        | purpose           | held                   | warrant             | status    |
        | entry-or-reentry  | federal-crime          |                     | violated  |
        | civil-immigration | criminal-matter        |                     | violated  |
        | other-crime       | criminal-matter        |                     | satisfied |
        | other-crime       | administrative-warrant |                     | violated  |
        | other-crime       | criminal-matter        | immigration-officer | violated  |
        | other-crime       | criminal-matter        | immigration-judge   | violated  |
        | entry-or-reentry  | federal-crime          | article-iii-judge   | excused   |

    Scenario Outline: Questioned on <grounds> for <purpose>, the questioning is <status>
      Given the acting agency is the actor "<actor>"
      And the fact "act" is "[questioning]"
      And the fact "questioning.rests-on" is "[<grounds>]"
      And the fact "enforcement.purpose" is "[<purpose>]"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is <status>

      Examples:
        | rule                    | actor        | grounds                              | purpose                        | status    |
        | ny4a-145-15-questioning | state-police | other-ground                         | other-crime                    | satisfied |
        | ny4a-145-15-questioning | state-police | immigration-detainer, other-ground   | other-crime                    | satisfied |
        | ny4a-145-15-questioning | state-police | immigration-detainer, judge-warrant  | other-crime                    | satisfied |
        | ny4a-145-15-questioning | state-police | other-ground                         | civil-immigration, other-crime | satisfied |
        | ny4a-145-15-questioning | state-police | other-ground                         | civil-immigration, other-purpose | satisfied |
        | ny4a-145-15-questioning | state-police | other-ground                         | entry-or-reentry               | violated  |
        | ny4a-145-15-questioning | state-police | other-ground                         |                                | satisfied |
        | ny4a-145-15-questioning | state-police |                                      | other-crime                    | satisfied |
        | ny4a-319a-5-questioning | state-police | other-ground                         | other-crime                    | satisfied |
        | ny4a-319a-5-questioning | state-police | immigration-detainer                 | other-crime                    | violated  |
        | ny4a-996-questioning    | city-police  | other-ground                         | other-crime                    | satisfied |
        | ny4a-996-questioning    | city-police  | immigration-detainer                 | other-crime                    | violated  |

    Scenario Outline: Status that another agency tells, and nothing more, could be received
      Given the inquirer is the actor "<actor>"
      And the fact "act" is "[<act>]"
      And the fact "inquiry.means" is "[<means>]"
      And the fact "inquiry.received" is "[<received>]"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is <status>
      And the exception "status-saved" <tried>

      Examples:
        | rule                   | actor        | act               | means                             | received                     | status       | tried    |
        | ny4a-145-20-inquiry    | state-police | inquiry           | asking-authority                  | immigration-status           | excused      | is shown |
        | ny4a-145-20-inquiry    | state-police | inquiry           | asking-authority, asking-person   | immigration-status           | violated     | fails    |
        | ny4a-145-20-inquiry    | state-police | inquiry           | asking-authority, identity-documents | immigration-status        | violated     | fails    |
        | ny4a-145-20-inquiry    | state-police | inquiry           | asking-person                     | immigration-status           | violated     | fails    |
        | ny4a-145-20-inquiry    | state-police | inquiry           |                                   | immigration-status           | violated     | fails    |
        | ny4a-145-20-inquiry    | state-police | inquiry           | asking-authority                  | immigration-status, address  | violated     | fails    |
        | ny4a-145-20-inquiry    | state-police | inquiry           | asking-authority                  | address                      | violated     | fails    |
        | ny4a-145-20-collection | state-police | data-match        | loading-data                      | immigration-status           | excused      | is shown |
        | ny4a-145-20-collection | state-police | data-match        | loading-data                      | immigration-status, identity | violated     | fails    |
        | ny4a-145-20-collection | state-police | data-match        | loading-data                      | immigration-status, photograph | violated   | fails    |
        | ny4a-145-20-collection | state-police | data-match        | loading-data                      | immigration-status, fingerprint-event | violated | fails |
        | ny4a-145-20-collection | state-police | data-match        | loading-data                      | immigration-status, criminal-history | violated | fails |
        | ny4a-145-20-collection | state-police | data-match        | loading-data                      | immigration-status, custody  | violated     | fails    |
        | ny4a-319a-3-inquiry    | state-agency | inquiry           | asking-authority                  | immigration-status           | excused      | is shown |
        | ny4a-319a-3-inquiry    | state-agency | inquiry           | asking-authority                  | immigration-status, identity | undetermined | fails    |
        | ny4a-319a-4-collection | dcjs         | data-match        | loading-data                      | immigration-status           | excused      | is shown |
        | ny4a-319a-4-collection | dcjs         | data-match        | loading-data                      | immigration-status, identity | undetermined | fails    |
        | ny4a-996-inquiry       | city-office  | inquiry           | asking-authority                  | immigration-status           | excused      | is shown |
        | ny4a-996-collection    | city-office  | data-match        | loading-data                      | immigration-status           | excused      | is shown |

    @T-5
    Scenario: On the federal broad reading an address would count as information about status; no side holds it
      Given the discloser is the actor "city-police"
      And the fact "act" is "[disclosure]"
      And the fact "disclosure.content" is "[address]"
      And it happened on 2027-01-01
      When it is checked
      Then "ny4a-145-25-notification" is violated
      And the position "agency" finds it violated
      And the exception "status-saved" fails

    Scenario Outline: Whether an agreement of kind "<kind>" is reached is left to judgment
      Given the agreeing body is the actor "sheriff-287g"
      And the fact "act" is "[enforcement-agreement]"
      And the fact "agreement.kind" is "<kind>"
      And the judgment "us-ny/bill/2025-s2235b#any-agreement-covered" is "<answer>", by "the reviewer", because "for this scenario"
      And it happened on 2027-01-01
      When it is checked
      Then "ny4a-145-10-agreement" is <status>

      Examples:
        | kind             | answer | status    |
        | detention        | yes    | violated  |
        | detention        | no     | satisfied |
        | criminal-matters | yes    | violated  |
        | other-agreement  | yes    | violated  |
        | delegation       | no     | violated  |

    Scenario Outline: The ban on databases carries a risk of preemption
      Given the inquirer is the actor "<actor>"
      And the fact "act" is "[status-collection]"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is <status>
      And it is flagged "preemption-risk"

      Examples:
        | rule                 | actor        | status       |
        | ny4a-145-35-database | state-police | violated     |
        | ny4a-319a-7-database | dcjs         | undetermined |
        | ny4a-996-database    | city-office  | undetermined |

    Scenario Outline: A request of ICE would be recorded and reported: recorded is <recorded>, reported is <reported>
      Given the information source is the actor "<actor>"
      And the inquirer is the actor "<requester>"
      And the fact "act" is "[authority-request]"
      And the fact "communication.recorded" is "<recorded>"
      And the fact "communication.in-yearly-report" is "<reported>"
      And it happened on <day>
      When it is checked
      Then "ny4a-319a-9-request" is <status>

      Examples:
        | actor        | requester            | recorded | reported | day        | status         |
        | state-agency | ice-removal-officers | true     | true     | 2027-01-01 | satisfied      |
        | state-agency | ice-removal-officers | true     | false    | 2027-01-01 | violated       |
        | state-agency | ice-removal-officers | false    | true     | 2027-01-01 | violated       |
        | state-agency | ice-removal-officers | unknown  | true     | 2027-01-01 | undetermined   |
        | state-agency | ice-removal-officers | false    | false    | 2026-12-31 | not-applicable |
        | state-agency | fbi                  | false    | false    | 2027-01-01 | not-applicable |
        | city-police  | ice-removal-officers | false    | false    | 2027-01-01 | not-applicable |

    Scenario Outline: Officers would not tell ICE of a court date
      Given the assisting body is the actor "<actor>"
      And the arresting authority is the actor "<arresting>"
      And the fact "act" is "[<act>]"
      And the fact "assistance.how" is "[<how>]"
      And the fact "judicial-papers" is "[<papers>]"
      And it happened on <day>
      When it is checked
      Then "ny4a-145-25-court-date" is <status>

      Examples:
        | actor                | arresting            | act               | how                | papers           | day        | status         |
        | city-police          | ice-removal-officers | arrest-assistance | told-of-court-date |                  | 2027-01-01 | violated       |
        | city-police          | ice-removal-officers | arrest-assistance | other-help         |                  | 2027-01-01 | satisfied      |
        | city-police          | ice-removal-officers | arrest-assistance | told-of-court-date | judicial-warrant | 2027-01-01 | excused        |
        | city-police          | ice-removal-officers | arrest-assistance | told-of-court-date | court-order      | 2027-01-01 | excused        |
        | city-police          | ice-removal-officers | arrest-assistance | told-of-court-date |                  | 2026-12-31 | not-applicable |
        | city-police          | fbi                  | arrest-assistance | told-of-court-date |                  | 2027-01-01 | not-applicable |
        | city-police          | ice-removal-officers | custody           | told-of-court-date |                  | 2027-01-01 | not-applicable |
        | dcjs                 | ice-removal-officers | arrest-assistance | told-of-court-date |                  | 2027-01-01 | not-applicable |
        | unified-court-system | ice-removal-officers | arrest-assistance | told-of-court-date |                  | 2027-01-01 | undetermined   |

  Rule: Who is a state entity

    Background:
      Given the practice "employee-gives-address-for-removal"
      And the bill "us-ny/bill/2025-s2235b" is law
      And it happened on 2027-01-01

    Scenario Outline: A <what> would be bound, which the order of 2017 does not reach
      Given the discloser is this body:
        | title  | attribute    | value     |
        | a body | level        | <level>   |
        |        | branch       | <branch>  |
        |        | special-task | <task>    |
        |        | governors-hold | no-hold |
        |        | excluded-by-name | false |
      When it is checked
      Then "ny4a-319a-2-disclosure" is <status>
      And "eo170-b2-disclosure" is not-applicable because not-bound

      Examples:
        | what                             | level   | branch    | task             | status         |
        | contractor of the state          | private | no-branch | state-contractor | violated       |
        | school district                  | local   | executive | school           | violated       |
        | public college                   | local   | executive | college          | violated       |
        | company without a state contract | private | no-branch | none-of-these    | not-applicable |

    Scenario: A public benefit corporation would be bound
      Given the discloser is this body:
        | title                        | attribute | value              |
        | a public benefit corporation | level     | state              |
        |                              | branch    | public-corporation |
      When it is checked
      Then "ny4a-319a-2-disclosure" is violated

    Scenario Outline: Whether <who> would be bound is left to judgment: <answer>
      Given the discloser is the actor "<actor>"
      And the judgment "us-ny/bill/2025-s2235b#other-body-covered" of the discloser is "<answer>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "ny4a-319a-2-disclosure" is <status>

      Examples:
        | who                    | actor                | answer | status         |
        | the court system       | unified-court-system | yes    | violated       |
        | the court system       | unified-court-system | no     | not-applicable |
        | the legislature        | state-legislature    | yes    | violated       |
        | the Comptroller        | state-comptroller    | yes    | violated       |
        | the Port Authority     | port-authority-ny-nj | yes    | violated       |
        | the Port Authority     | port-authority-ny-nj | no     | not-applicable |

    Scenario: Nobody has judged whether the court system would be bound
      Given the discloser is the actor "unified-court-system"
      When it is checked
      Then "ny4a-319a-2-disclosure" is undetermined
      And violated is still possible

    Scenario Outline: <who> is no municipality of section 996
      Given the discloser is this body:
        | title  | attribute    | value     |
        | a body | level        | local     |
        |        | branch       | executive |
        |        | special-task | <task>    |
      When it is checked
      Then "ny4a-996-disclosure" is not-applicable because not-bound

      Examples:
        | who                | task    |
        | A school district  | school  |
        | A community college | college |

  Rule: Who is an immigration authority

    Background:
      Given the practice "employee-gives-address-for-removal"
      And the bill "us-ny/bill/2025-s2235b" is law
      And it happened on 2027-01-01

    Scenario Outline: <who> would be one or not
      Given the recipient is the actor "<actor>"
      When it is checked
      Then "ny4a-319a-2-disclosure" is <status>

      Examples:
        | who                         | actor                        | status         |
        | ICE's support center        | ice-lesc                     | violated       |
        | ICE's investigators         | ice-criminal-investigators   | violated       |
        | CBP in Grand Island         | cbp-grand-island             | violated       |
        | The TSA                     | tsa                          | not-applicable |
        | The FBI                     | fbi                          | not-applicable |
        | The "U.S. Customs Office"   | us-customs-office            | undetermined   |

    Scenario Outline: Whether the fraud unit of USCIS would be one is left to judgment: <answer>
      Given the recipient is this body:
        | title                   | attribute          | value       |
        | the fraud unit of USCIS | level              | federal     |
        |                         | immigration-body   | uscis-fraud |
        |                         | civil-removal-work | no-part     |
      And the judgment "us-ny/bill/2025-s2235b#responsible-for-enforcement" of the recipient is "<answer>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "ny4a-319a-2-disclosure" is <status>

      Examples:
        | answer | status         |
        | yes    | violated       |
        | no     | not-applicable |

    Scenario Outline: Another federal body would be one if removing people is <work> of its work
      Given the recipient is this body:
        | title  | attribute          | value         |
        | a body | level              | <level>       |
        |        | immigration-body   | none-of-these |
        |        | civil-removal-work | <work>        |
      When it is checked
      Then "ny4a-319a-2-disclosure" is <status>

      Examples:
        | level   | work    | status         |
        | federal | main    | violated       |
        | federal | part    | violated       |
        | federal | no-part | not-applicable |
        | state   | part    | not-applicable |

  Rule: Probation, schools and colleges

    Background:
      Given the practice "s2235b-control"
      And the bill "us-ny/bill/2025-s2235b" is law

    Scenario Outline: A probation department: "<rule>" with "<fact>" as "<value>" is <status>
      Given the <role> is this body:
        | title                  | attribute    | value     |
        | a probation department | level        | local     |
        |                        | special-task | probation |
      And the fact "act" is "[<act>]"
      And the fact "<fact>" is "<value>"
      And it happened on <day>
      When it is checked
      Then "<rule>" is <status>

      Examples:
        | rule                    | role      | act               | fact                     | value                | day        | status         |
        | ny4a-256b-inquiry       | inquirer  | inquiry           | judicial-papers          | []                   | 2027-01-01 | violated       |
        | ny4a-256b-inquiry       | inquirer  | inquiry           | judicial-papers          | []                   | 2026-12-31 | not-applicable |
        | ny4a-256b-inquiry       | inquirer  | inquiry           | judicial-papers          | [court-order]        | 2027-01-01 | excused        |
        | ny4a-256b-inquiry       | inquirer  | inquiry           | inquiry.means            | [asking-authority]   | 2027-01-01 | excused        |
        | ny4a-256b-inquiry       | inquirer  | document-request  | document-request.purpose | immigration-status   | 2027-01-01 | violated       |
        | ny4a-256b-inquiry       | inquirer  | document-request  | document-request.purpose | identification       | 2027-01-01 | satisfied      |
        | ny4a-256b-inquiry       | inquirer  | custody           | judicial-papers          | []                   | 2027-01-01 | not-applicable |
        | ny4a-256b-communication | discloser | disclosure        | judicial-papers          | []                   | 2027-01-01 | violated       |
        | ny4a-256b-communication | discloser | disclosure        | judicial-papers          | []                   | 2026-12-31 | not-applicable |
        | ny4a-256b-communication | discloser | disclosure        | disclosure.content       | [immigration-status] | 2027-01-01 | excused        |
        | ny4a-256b-communication | discloser | disclosure        | disclosure.compelled-by  | [court-order]        | 2027-01-01 | excused        |
        | ny4a-256b-communication | discloser | custody           | judicial-papers          | []                   | 2027-01-01 | not-applicable |
        | ny4a-256b-court-report  | inquirer  | status-collection | judicial-papers          | []                   | 2027-01-01 | violated       |
        | ny4a-256b-court-report  | inquirer  | status-collection | judicial-papers          | []                   | 2026-12-31 | not-applicable |
        | ny4a-256b-court-report  | inquirer  | status-collection | judicial-papers          | [court-order]        | 2027-01-01 | excused        |
        | ny4a-256b-court-report  | inquirer  | status-collection | inquiry.kept-in          | [government-database] | 2027-01-01 | satisfied     |
        | ny4a-256b-court-report  | inquirer  | inquiry           | judicial-papers          | []                   | 2027-01-01 | not-applicable |

    Scenario: A probation department may talk to the FBI
      Given the discloser is this body:
        | title                  | attribute    | value     |
        | a probation department | level        | local     |
        |                        | special-task | probation |
      And the recipient is the actor "fbi"
      And the fact "act" is "[disclosure]"
      And it happened on 2027-01-01
      When it is checked
      Then "ny4a-256b-communication" is not-applicable because out-of-scope

    Scenario Outline: A <task>: "<rule>" with "<fact>" as "<value>" is <status>
      Given the <role> is this body:
        | title  | attribute    | value  |
        | a body | level        | local  |
        |        | special-task | <task> |
      And the fact "act" is "[<act>]"
      And the fact "<fact>" is "<value>"
      And it happened on <day>
      When it is checked
      Then "<rule>" is <status>

      Examples:
        | rule                | task    | role            | act         | fact               | value  | day        | status         |
        | ny4a-edu-disclosure | school  | discloser       | disclosure  | disclosure.content | [address]| 2027-01-01 | undetermined   |
        | ny4a-edu-disclosure | college | discloser       | disclosure  | disclosure.content | [address]| 2027-01-01 | undetermined   |
        | ny4a-edu-disclosure | school  | discloser       | disclosure  | disclosure.content | [address]| 2026-12-31 | not-applicable |
        | ny4a-edu-disclosure | school  | discloser       | disclosure  | disclosure.content | []     | 2027-01-01 | satisfied      |
        | ny4a-edu-disclosure | school  | discloser       | custody     | disclosure.content | [address]| 2027-01-01 | not-applicable |
        | ny4a-edu-access     | school  | facility keeper | area-access | access.area        | non-public| 2027-01-01 | undetermined   |
        | ny4a-edu-access     | college | facility keeper | area-access | access.area        | non-public| 2027-01-01 | undetermined   |
        | ny4a-edu-access     | school  | facility keeper | area-access | access.area        | non-public| 2026-12-31 | not-applicable |
        | ny4a-edu-access     | school  | facility keeper | area-access | access.area        | public | 2027-01-01 | satisfied      |
        | ny4a-edu-access     | school  | facility keeper | custody     | access.area        | non-public| 2027-01-01 | not-applicable |

    Scenario Outline: A school may <what> the FBI
      Given the <role> is this body:
        | title    | attribute    | value  |
        | a school | level        | local  |
        |          | special-task | school |
      And the <other> is the actor "fbi"
      And the fact "act" is "[<act>]"
      And it happened on 2027-01-01
      When it is checked
      Then "<rule>" is not-applicable because out-of-scope

      Examples:
        | what   | role            | other     | act         | rule                |
        | tell   | discloser       | recipient | disclosure  | ny4a-edu-disclosure |
        | let in | facility keeper | visitor   | area-access | ny4a-edu-access     |

    Scenario: What a school may tell depends on conditions that are not on record
      Given the discloser is this body:
        | title              | attribute    | value  |
        | a school district  | level        | local  |
        |                    | special-task | school |
      And the fact "act" is "[disclosure]"
      And it happened on 2027-01-01
      When it is checked
      Then "ny4a-edu-disclosure" is undetermined
      And violated is still possible
      And the exception "conditions" is not encoded
      And "us-ny/bill/2025-s2235b#1300-1302.notice" is named as bearing on it

    Scenario: Reports of county jails are on record, though not what they would say
      Given the custodian is the actor "county-sheriff"
      And the fact "act" is "[custody]"
      And it happened on 2027-01-01
      When it is checked
      Then "us-ny/bill/2025-s2235b#500-c.4-a.reports" is named as bearing on it

  Rule: What else would change for practices on record

    Scenario Outline: Under the bill "<practice>" would be <after>, by "<rule>"
      Given the practice "<practice>"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then the practice is <after>
      And "<rule>" is <status>

      Examples:
        | practice                                  | after        | rule                     | status       |
        | city-police-tells-ice                     | violated     | ny4a-145-25-notification | violated     |
        | city-police-tells-ice                     | violated     | ny4a-996-disclosure      | violated     |
        | sheriff-hands-over-at-release             | violated     | ny4a-145-30-transfer     | violated     |
        | sheriff-holds-on-detainer                 | violated     | ny4a-145-05-custody      | violated     |
        | sheriff-holds-on-reentry-suspicion        | violated     | ny4a-996-custody         | violated     |
        | sheriff-keeps-287g-agreement              | violated     | ny4a-145-10-agreement    | violated     |
        | deputy-arrests-deported-felon             | violated     | ny4a-145-05-arrest       | violated     |
        | state-agency-lets-ice-in                  | violated     | ny4a-319a-6-access       | violated     |
        | state-police-lend-car-for-removal-arrest  | violated     | ny4a-319a-1-resources    | violated     |
        | trooper-questions-on-detainer             | violated     | ny4a-145-15-questioning  | violated     |
        | trooper-questions-on-removal-record       | violated     | ny4a-145-15-questioning  | violated     |
        | ice-query-opened-case                     | violated     | ny4a-319a-2-disclosure   | violated     |
        | ice-query-opened-case                     | violated     | ny4a-621-disclosure      | undetermined |
        | tsa-search                                | undetermined | ny4a-621-query           | undetermined |
        | ice-data-match-inbound                    | undetermined | ny4a-319a-7-database     | undetermined |
        | university-tells-ice                      | violated     | ny4a-319a-2-disclosure   | violated     |
        | university-tells-ice                      | violated     | ny4a-edu-disclosure      | undetermined |
        | university-tells-ice                      | violated     | ny4a-256b-communication  | not-applicable |
        | benefits-agency-asks-status               | undetermined | ny4a-319a-3-inquiry      | undetermined |
        | sealed-conviction-shown-to-federal-officers | undetermined | ny4a-621-disclosure    | undetermined |

    @AUD.63e
    Scenario Outline: The Attorney General's duty is no measure of an agency's own audit: <practice> is found to be what it was
      Given the practice "<practice>"
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is compared with the law without the bill
      Then the bill leaves the practice as it is

      Examples:
        | practice                     |
        | five-of-ten-agencies-audited |
        | audit-of-mission-use-only    |
        | systems-agency-audits-late   |

    Scenario: A hold under a 287(g) agreement would be forbidden, and federal law would not permit it against that
      Given the practice "sheriff-holds-under-287g"
      And the fact "custody.state-law-on-agreement" is "[]"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-145-05-custody" is violated
      And "ny4a-145-10-custody" is violated
      And "ny4a-996-custody" is violated
      And "usc1357-g-agreement" is not-applicable

    Scenario: A deputy's arrest of a deported felon would be forbidden, and federal law would not permit it against that
      Given the practice "deputy-arrests-deported-felon"
      And the fact "arrest.state-law-power" is "true"
      And the bill "us-ny/bill/2025-s2235b" is law
      And the law as of 2027-02-01
      When it is checked
      Then "ny4a-145-05-arrest" is violated
      And "usc1252c-a-arrest" is not-applicable

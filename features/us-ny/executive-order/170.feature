@us-ny/executive-order/170
Feature: Executive Order 170 (2017), access of immigrants to state services

  The order binds officers and employees on the executive side of the state from 15 September 2017 on.
  B.1 and B.3 limit questions about immigration status, B.2 limits what is told to immigration authorities,
  and B.3.b limits what law-enforcement officers do. "agency" is the reading that DCJS put forward in 2019,
  "advocate" is the reading of the immigrants' advocates.

  Rule: B.2, the automatic notices of DCJS to ICE

    @S-1
    Scenario: The automatic arrest notice divides the sides on the purpose of the disclosure
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2019-05-08
      Then the practice is contested
      And "eo170-b2-disclosure" is contested
      And it cites "EO 170 (2017), B.2, first sentence"
      And it binds "New York State Division of Criminal Justice Services (DCJS)"
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "civil-enforcement-purpose"
      And it turns on "civil-immigration-enforcement"
      And the reasons say "The purpose is the one that the discloser itself states."
      And the reasons say "The purpose is what the recipient foreseeably does with the information."

    @S-1
    Scenario: The finding on the arrest notice rests on the report of 2009 and on what the agency admitted in 2019
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      And it rests on "DCJS annual report for 2009, as the 2019 reporting quotes it"
      And it rests on "The agency's director of public information, May 2019"

    @S-1
    Scenario: That the message is automatic and that the recipient is a support center divides nobody
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      But it does not turn on "disclosing"
      And it does not turn on "federal-immigration-authority"
      And it does not turn on "state-officer-or-employee"

    @S-1
    Scenario: What the notice says, where it goes and what comes of it would help to choose between the readings
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      And it asks about "disclosure.content"
      And it asks about "disclosure.handling"
      And it asks about "disclosure.reapply-consent-checked"
      And it asks about "disclosure.outcome"
      And it asks about "disclosure.trigger-set-by"
      And it asks about "disclosure.compelled-by"

    @S-1
    Scenario: Nobody has shown a law that requires the notice
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      And the exception "required-by-law" is not shown
      And the exception "status-saved" is not shown
      And it cites "EO 170 (2017), B.2, second sentence"

    @S-1
    Scenario: The federal statutes on re-entry, reinstatement and status bear on the notice and command nothing
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2019-05-08
      Then "us/statute/8-usc-1326#a" is named as bearing on it
      And "us/statute/8-usc-1231#a.5" is named as bearing on it
      And "us/statute/8-usc-1373#no-duty" is named as bearing on it

    @S-1
    Scenario: The notice ran for twelve years before there was an order to break
      Given the practice "dcjs-arrest-notice"
      When it is checked
      Then over time "eo170-b2-disclosure" is:
        | from       | status         |
        | 2005-01-01 | not-applicable |
        | 2017-09-15 | contested      |

    @S-1
    Scenario: On the day before the order the notice breaks nothing in it
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2017-09-14
      Then "eo170-b2-disclosure" is not-applicable because not-in-force

    @S-1
    Scenario Outline: The order was continued by each Governor's order, so the notice stays contested on <day>
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on <day>
      Then "eo170-b2-disclosure" is contested

      Examples:
        | day        |
        | 2017-09-15 |
        | 2021-08-23 |
        | 2021-08-24 |
        | 2021-10-07 |
        | 2021-10-08 |
        | 2026-11-22 |

    Scenario Outline: Whether the order is still in force is a question from its continuation on: on <day> it is <named>
      Given the practice "dcjs-arrest-notice"
      And it happened on <day>
      When it is checked
      Then "us-ny/executive-order/170#now" is <named> as bearing on it

      Examples:
        | day        | named     |
        | 2021-10-07 | not named |
        | 2021-10-08 | named     |

    @S-1
    Scenario: The spokesman's claim that nothing is provided proactively is contradicted by the admitted notice
      Given the practice "dcjs-arrest-notice"
      When it is checked
      Then a claim about "disclosure.unasked" is contradicted
      And the practice is flagged "claim-contradicted"

    @S-1
    Scenario Outline: A <command> that commands the notice excuses it on the advocates' reading as well
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.compelled-by" is "[<command>]"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it excused
      And the exception "required-by-law" is shown
      And no violation is possible

      Examples:
        | command          |
        | statute          |
        | court-order      |
        | judicial-subpoena |

    @S-1
    Scenario: A subpoena of the agency's own is no mandate on the advocates' reading
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.compelled-by" is "[administrative-subpoena]"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      And the position "advocate" finds it violated
      And the exception "required-by-law" fails

    @S-1
    Scenario: A law that allows the notice does not require it on the advocates' reading
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.compelled-by" is "[]"
      And the fact "disclosure.authorized-by" is "[statute, agreement]"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      And the position "advocate" finds it violated
      And the exception "required-by-law" fails

    @S-1
    Scenario: A notice that says nothing but that the person was removed before puts the order at odds with federal law
      Given the practice "dcjs-arrest-notice-status-only"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "status-saved"
      And it is flagged "preemption-risk"
      And the exception "status-saved" is not shown

    @S-1
    Scenario: A notice that adds a home address is not saved as information about status
      Given the practice "dcjs-arrest-notice-status-only"
      And the fact "disclosure.content" is "[immigration-status, address]"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      And it does not turn on "status-saved"
      And it is not flagged "preemption-risk"
      And the exception "status-saved" fails

    @S-1
    Scenario: A notice into an opened criminal case serves no civil enforcement on either reading
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.criminal-case" is "opened"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is satisfied
      And the position "agency" finds it satisfied
      And the position "advocate" finds it satisfied

    @S-1
    Scenario: What would flip the arrest notice is a criminal case or a legal mandate
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      And it would be satisfied if "disclosure.criminal-case" were otherwise
      And it would be excused if "disclosure.compelled-by" were otherwise
      And it would be violated if "disclosure.stated-purpose" and "disclosure.federal-crime-concerned" were otherwise

    @S-1
    Scenario: A notice sent by a person stands as an automatic one does
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.made-by" is "person"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated

    @S-1
    Scenario: A notice that states a civil purpose and concerns no crime breaks the order on both readings
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the fact "disclosure.federal-crime-concerned" is "false"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is violated
      And the practice is violated
      And it cites "EO 170 (2017), B.2, first sentence"

    @S-1
    Scenario: A stated civil purpose leaves the sides apart where re-entry is concerned too
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b2-disclosure" is contested
      And it turns on "civil-immigration-enforcement"
      And it does not turn on "civil-enforcement-purpose"

    @S-1
    Scenario: Whether B.3.b reaches the notice depends on whether the civilians of DCJS are law enforcement officers
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2019-05-08
      Then "eo170-b3b-resources" is contested
      And the position "agency" finds it not-applicable
      And the position "advocate" finds it undetermined
      And it turns on "law-enforcement-officer"
      And it cites "EO 170 (2017), B.3.b, first sentence"

    @S-2
    Scenario: The real-time notice of 2009 to the fugitive unit came before the order
      Given the practice "fugitive-unit-notice-2009"
      When it is checked
      Then the practice is not-applicable
      And "eo170-b2-disclosure" is not-applicable because not-in-force
      And "eo170-b3b-resources" is not-applicable because not-in-force

    @S-2
    Scenario: The real-time notice to the fugitive unit, if it was still sent under the order, divides the sides
      Given the practice "fugitive-unit-notice-if-still-sent"
      When it is checked as it stood on 2017-09-15
      Then the practice is contested
      And "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "civil-enforcement-purpose"

    @S-2
    Scenario: The fugitive unit is an immigration authority on the narrowest reading, so that this divides nobody
      Given the practice "fugitive-unit-notice-if-still-sent"
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And it does not turn on "federal-immigration-authority"

    @S-2
    Scenario: The law of an earlier day reaches no notice to the fugitive unit
      Given the practice "fugitive-unit-notice-if-still-sent"
      And the law as of 2016-01-01
      When it is checked
      Then the practice is not-applicable
      And "eo170-b2-disclosure" is not-applicable because not-in-force

    @S-3a
    Scenario: The sworn notice of 2016 came ten months before the order and breaks nothing in it
      Given the practice "dcjs-civil-print-notice-2016"
      When it is checked
      Then "eo170-b2-disclosure" is not-applicable because not-in-force
      And the practice is undetermined
      And "us-ny/executive-order/170#preamble" is not named as bearing on it

    @S-3a
    Scenario: The sworn notice of 2016 contradicts the claim that only arrests set notices off
      Given the practice "dcjs-civil-print-notice-2016"
      When it is checked
      Then a claim about "disclosure.trigger" is contradicted
      And the practice is flagged "claim-contradicted"

    @S-3a
    Scenario: Under the law of the day on which the order was made the notice of 2016 would be open
      Given the practice "dcjs-civil-print-notice-2016"
      And the law as of 2017-09-15
      When it is checked
      Then "eo170-b2-disclosure" is undetermined
      And violated is still possible
      And satisfied is still possible
      And it asks about "disclosure.stated-purpose"
      And it asks about "disclosure.criminal-case"

    @S-3b
    Scenario: A notice of prints given for a family matter, if sent under the order, divides the sides
      Given the practice "dcjs-civil-print-notice-later"
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "civil-enforcement-purpose"
      And a claim about "disclosure.trigger" is contradicted
      And the practice is flagged "claim-contradicted"
      And "us-ny/executive-order/170#preamble" is named as bearing on it

    @S-3b
    Scenario: The order by itself divides the sides on that notice, but older law that was not seen comes above it
      Given the practice "dcjs-civil-print-notice-later"
      When it is checked
      Then the practice is undetermined
      And "eo170-b2-disclosure" is contested
      And "pppl-civil-inquiry" is undetermined

    @S-4
    Scenario: A file of state records sent out for the match with ICE divides the sides
      Given the practice "ice-data-match-outbound"
      When it is checked
      Then the practice is contested
      And "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "civil-enforcement-purpose"
      And it asks about "disclosure.outcome"

  Rule: B.2, what single officers and employees tell ICE

    @S-22
    Scenario: A bare answer about citizenship is saved on the agency's reading and not on the advocates'
      Given the practice "employee-answers-status-question"
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "status-saved"
      And it is flagged "preemption-risk"
      And it cites "EO 170 (2017), B.2, second sentence"

    @S-22
    Scenario: Even a stated civil purpose does not take a bare answer about citizenship out of the saving sentence
      Given the practice "employee-answers-status-question"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it excused
      And the position "advocate" finds it violated
      And it turns on "status-saved"
      And it is flagged "preemption-risk"

    @S-22 @T-5
    Scenario Outline: An answer that tells <what> is not saved as information about status on either reading
      Given the practice "employee-answers-status-question"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the fact "disclosure.content" is "[<content>]"
      When it is checked
      Then "eo170-b2-disclosure" is violated
      And the exception "status-saved" fails
      And it is not flagged "preemption-risk"

      Examples:
        | what                           | content                               |
        | a name and date of birth too   | immigration-status, identity          |
        | an address too                 | immigration-status, address           |
        | a photograph too               | immigration-status, photograph        |
        | of fingerprints taken too      | immigration-status, fingerprint-event |
        | of arrests too                 | immigration-status, criminal-history  |
        | a release date too             | immigration-status, custody           |
        | a telephone number too         | immigration-status, personal-details  |
        | a release date and no status   | custody                               |
        | nothing of status              |                                       |

    @S-22
    Scenario: An answer about citizenship that a statute commands is saved on every reading
      Given the practice "employee-answers-status-question"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the fact "disclosure.compelled-by" is "[statute]"
      When it is checked
      Then "eo170-b2-disclosure" is excused
      And the exception "status-saved" is shown
      And the exception "required-by-law" is shown
      And no violation is possible

    @S-23
    Scenario: A home address given for a removal arrest breaks the order
      Given the practice "employee-gives-address-for-removal"
      When it is checked
      Then the practice is violated
      And "eo170-b2-disclosure" is violated
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And it cites "EO 170 (2017), B.2, first sentence"
      And it asks nothing

    @S-23
    Scenario: 8 USC 1373 is no defense for an address, which is no information about status
      Given the practice "employee-gives-address-for-removal"
      When it is checked
      Then "eo170-b2-disclosure" is violated
      And the exception "status-saved" fails
      And the exception "required-by-law" fails
      And it is not flagged "preemption-risk"

    @S-23
    Scenario: What would excuse the address is a law that requires it
      Given the practice "employee-gives-address-for-removal"
      When it is checked
      Then "eo170-b2-disclosure" is violated
      And it would be excused if "disclosure.compelled-by" were otherwise
      And it would be satisfied if "disclosure.stated-purpose" were otherwise

    @S-23
    Scenario Outline: An address given because a <command> commands it is excused on both readings
      Given the practice "employee-gives-address-for-removal"
      And the fact "disclosure.compelled-by" is "[<command>]"
      When it is checked
      Then "eo170-b2-disclosure" is excused
      And the exception "required-by-law" is shown
      And the exception "status-saved" fails

      Examples:
        | command           |
        | statute           |
        | court-order       |
        | judicial-subpoena |

    @S-23
    Scenario Outline: The sides differ on whether <what> requires the address by law
      Given the practice "employee-gives-address-for-removal"
      And the fact "<fact>" is "[<value>]"
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it excused
      And the position "advocate" finds it violated
      And it turns on "required-by-law"

      Examples:
        | what                          | fact                     | value                   |
        | a subpoena of ICE's own       | disclosure.compelled-by  | administrative-subpoena |
        | a statute that only allows it | disclosure.authorized-by | statute                 |
        | a regulation that allows it   | disclosure.authorized-by | regulation              |
        | an agreement                  | disclosure.authorized-by | agreement               |

    @S-23
    Scenario: Who discloses must show the mandate, so that an unknown one does not excuse
      Given the practice "employee-gives-address-for-removal"
      And the fact "disclosure.compelled-by" is not known
      And the fact "disclosure.authorized-by" is not known
      When it is checked
      Then "eo170-b2-disclosure" is violated
      And the exception "required-by-law" is not shown

    @S-23
    Scenario: An address given for an opened criminal case does not serve civil enforcement
      Given the practice "employee-gives-address-criminal-case"
      When it is checked
      Then "eo170-b2-disclosure" is satisfied
      And the position "agency" finds it satisfied
      And the position "advocate" finds it satisfied
      And it would be violated if "disclosure.criminal-case" were otherwise

    @S-23
    Scenario: An address given with re-entry as the reason and no case divides the sides on the purpose
      Given the practice "employee-gives-address-crime-as-reason"
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "civil-enforcement-purpose"
      And it turns on "civil-immigration-enforcement"
      And it asks about "disclosure.reapply-consent-checked"

    @S-23
    Scenario: An investigations unit that only prosecutes is told for no civil enforcement on either reading
      Given the practice "employee-gives-address-crime-as-reason"
      And the fact "recipient.immigration-arm" is "other-arm"
      And the fact "recipient.civil-removal-work" is "no-part"
      And the fact "disclosure.outcome" is "mostly-prosecution"
      And the fact "disclosure.handling" is "prosecutors"
      When it is checked
      Then "eo170-b2-disclosure" is satisfied
      And the position "agency" finds it satisfied
      And the position "advocate" finds it satisfied

    @S-23
    Scenario Outline: Proof that <what> makes civil enforcement foreseeable, whatever the unit's own work is
      Given the practice "employee-gives-address-crime-as-reason"
      And the fact "recipient.immigration-arm" is "other-arm"
      And the fact "recipient.civil-removal-work" is "<work>"
      And the fact "disclosure.outcome" is "<outcome>"
      And the fact "disclosure.handling" is "<handling>"
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated

      Examples:
        | what                                     | work    | outcome              | handling         |
        | such notices end in civil removal        | no-part | mostly-civil-removal | prosecutors      |
        | such notices end in both in numbers      | no-part | mixed                | prosecutors      |
        | the unit hands them to removal officers  | no-part | mostly-prosecution   | removal-officers |
        | the unit hands them to both              | no-part | mostly-prosecution   | both             |
        | part of the unit's work is civil removal | part    | mostly-prosecution   | prosecutors      |
        | most of the unit's work is civil removal | main    | mostly-prosecution   | prosecutors      |

    @S-23
    Scenario: An address given for nobody knows what is open until the purpose is known
      Given the practice "employee-gives-address-purpose-unknown"
      When it is checked
      Then the practice is undetermined
      And "eo170-b2-disclosure" is undetermined
      And violated is still possible
      And satisfied is still possible
      And it asks about "disclosure.stated-purpose"

    @S-23
    Scenario: A civil purpose that is only alleged does not count, and the finding says what it would be
      Given the practice "employee-gives-address-purpose-unknown"
      And the fact "disclosure.stated-purpose" is alleged to be "civil-immigration-enforcement"
      And the fact "disclosure.federal-crime-concerned" is "false"
      When it is checked
      Then "eo170-b2-disclosure" is undetermined
      And as alleged it would be violated
      And the reasons say "Only alleged: to help find, arrest or remove a person under civil immigration law."

    @S-23
    Scenario: A civil purpose that is alleged counts where alleged facts are taken as stated
      Given the practice "employee-gives-address-purpose-unknown"
      And the fact "disclosure.stated-purpose" is alleged to be "civil-immigration-enforcement"
      And the fact "disclosure.federal-crime-concerned" is "false"
      And alleged facts are taken as stated
      When it is checked
      Then "eo170-b2-disclosure" is violated

    @S-23
    Scenario: A disputed purpose does not count either, and an admitted one does
      Given the practice "employee-gives-address-purpose-unknown"
      And the fact "disclosure.stated-purpose" is disputed to be "civil-immigration-enforcement"
      And the fact "disclosure.federal-crime-concerned" is admitted to be "false"
      And the fact "disclosure.criminal-case" is admitted to be "no-case"
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it undetermined
      And the position "advocate" finds it violated
      And as alleged it would be violated

  Rule: B.2, whom it binds and whom it protects against

    Scenario Outline: What <body> tells ICE for a removal is under the order
      Given the practice "employee-gives-address-for-removal"
      And the discloser is the actor "<body>"
      When it is checked
      Then "eo170-b2-disclosure" is violated

      Examples:
        | body                  |
        | dcjs                  |
        | state-police          |
        | dmv                   |
        | state-benefits-agency |
        | governors-office      |

    @S-12 @S-30
    Scenario Outline: The order does not bind <body>
      Given the practice "employee-gives-address-for-removal"
      And the discloser is the actor "<body>"
      When it is checked
      Then "eo170-b2-disclosure" is not-applicable because not-bound
      And the practice is not-applicable

      Examples:
        | body                 |
        | unified-court-system |
        | state-legislature    |
        | attorney-general     |
        | state-comptroller    |
        | port-authority-ny-nj |
        | city-police          |
        | county-sheriff       |

    @S-30
    Scenario: A city police department that tells ICE about a person is not bound by the order
      Given the practice "city-police-tells-ice"
      When it is checked
      Then the practice is not-applicable
      And "eo170-b2-disclosure" is not-applicable because not-bound
      And "us/statute/8-usc-1357#g.10" is named as bearing on it

    @S-12
    Scenario: Court officers in touch with ICE in 2019 were bound by no rule that is on record
      Given these facts:
        | fact                      | value                         | standing |
        | act                       | [disclosure]                  | alleged  |
        | disclosure.made-by        | person                        | alleged  |
        | disclosure.stated-purpose | civil-immigration-enforcement | alleged  |
        | disclosure.content        | [identity, custody]           | alleged  |
      And the discloser is the actor "unified-court-system"
      And the recipient is the actor "ice-removal-officers"
      And it happened from 2019-01-01 to 2019-01-31
      And alleged facts are taken as stated
      When it is checked
      Then the practice is not-applicable
      And "eo170-b2-disclosure" is not-applicable because not-bound

    Scenario Outline: <recipient> is a federal immigration authority on both sides' reading
      Given the practice "employee-gives-address-for-removal"
      And the recipient is the actor "<recipient>"
      When it is checked
      Then "eo170-b2-disclosure" is violated
      And the position "agency" finds it violated
      And the position "advocate" finds it violated

      Examples:
        | recipient                       |
        | ice-removal-officers            |
        | ice-nyc-fugitive-unit           |
        | ice-lesc                        |
        | ice                             |
        | ice-northeast-field-intelligence |
        | ice-prosecutors                 |
        | cbp-grand-island                |

    @T-7
    Scenario Outline: An office of which no more is known than that it <part> is an immigration authority
      Given the practice "employee-gives-address-for-removal"
      And the recipient is not known
      And the fact "recipient.immigration-arm" is "<arm>"
      When it is checked
      Then "eo170-b2-disclosure" is violated
      And the position "agency" finds it violated
      And the position "advocate" finds it violated

      Examples:
        | part                               | arm       |
        | arrests and removes people         | removal   |
        | belongs to an immigration agency   | other-arm |
        | passes information on to ICE       | passes-on |

    @T-7
    Scenario: An office that has no part in enforcing immigration law, and belongs to no immigration agency, is none
      Given the practice "employee-gives-address-for-removal"
      And the recipient is not known
      And the fact "recipient.immigration-arm" is "no-part"
      And the fact "recipient.immigration-agency" is "false"
      When it is checked
      Then "eo170-b2-disclosure" is not-applicable because out-of-scope

    Scenario: What is told to the FBI is out of the order's scope, though ICE may see it there
      Given the practice "employee-gives-address-for-removal"
      And the recipient is the actor "fbi"
      When it is checked
      Then "eo170-b2-disclosure" is not-applicable because out-of-scope

    Scenario: Whether the agreement's "U.S. Customs Office" is an immigration authority has to be found out
      Given the practice "employee-gives-address-for-removal"
      And the recipient is the actor "us-customs-office"
      When it is checked
      Then "eo170-b2-disclosure" is undetermined
      And violated is still possible

    @S-25
    Scenario: The TSA's search is open under B.2 while nobody knows whether it passes records on to ICE
      Given the practice "tsa-search"
      When it is checked
      Then "eo170-b2-disclosure" is undetermined
      And it asks about "recipient.immigration-arm"

    @S-25
    Scenario: B.2 says nothing about the TSA's search if nothing is passed on
      Given the practice "tsa-search-not-passed-on"
      When it is checked
      Then "eo170-b2-disclosure" is not-applicable because out-of-scope

    @S-25
    Scenario: If the TSA passes the records on to ICE, the sides differ on the purpose
      Given the practice "tsa-search-passed-on-to-ice"
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "civil-enforcement-purpose"

  Rule: B.1, questions about status outside law enforcement

    @S-20
    Scenario: A benefits agency may ask about status where eligibility depends on it
      Given the practice "benefits-agency-asks-status"
      When it is checked
      Then the practice is excused
      And "eo170-b1-inquiry" is excused
      And the exception "needed-for-eligibility" is shown
      And it cites "EO 170 (2017), B.1.a"
      And it would be violated if "inquiry.necessary-for-eligibility" were otherwise

    @B.1.a
    Scenario: A benefits agency that has no need of the status may not ask
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      When it is checked
      Then "eo170-b1-inquiry" is violated
      And the exception "needed-for-eligibility" fails
      And the exception "inquiry-required-by-law" is not shown
      And it cites "EO 170 (2017), B.1"

    @B.1.a
    Scenario: Whether the program needs the status has to be found out
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is not known
      When it is checked
      Then "eo170-b1-inquiry" is undetermined
      And violated is still possible
      And excused is still possible
      And the exception "needed-for-eligibility" is unsettled
      And it asks about "inquiry.necessary-for-eligibility"

    @B.1.b
    Scenario Outline: An inquiry that a <command> commands is excused
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.compelled-by" is "[<command>]"
      When it is checked
      Then "eo170-b1-inquiry" is excused
      And the exception "inquiry-required-by-law" is shown
      And it cites "EO 170 (2017), B.1.b"

      Examples:
        | command     |
        | statute     |
        | court-order |

    @B.1.b
    Scenario Outline: The sides differ on an inquiry that <law> allows and does not command
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.compelled-by" is "[]"
      And the fact "inquiry.authorized-by" is "[<law>]"
      When it is checked
      Then "eo170-b1-inquiry" is contested
      And the position "agency" finds it excused
      And the position "advocate" finds it violated
      And it turns on "inquiry-required-by-law"

      Examples:
        | law        |
        | statute    |
        | regulation |
        | agreement  |

    @B.1.b
    Scenario: An inquiry that no law commands or allows is not required by law on either reading
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.compelled-by" is "[]"
      And the fact "inquiry.authorized-by" is "[]"
      When it is checked
      Then "eo170-b1-inquiry" is violated
      And the exception "inquiry-required-by-law" fails

    @T-15
    Scenario: Where nobody is asked and no data are loaded, there is no inquiry on either reading
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.means" is "[]"
      When it is checked
      Then "eo170-b1-inquiry" is satisfied

    Scenario: Asking for papers that show the status is asking about it
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.means" is "[identity-documents]"
      When it is checked
      Then "eo170-b1-inquiry" is violated

    Scenario: On the day before the order a benefits agency could ask
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And it happened from 2017-09-14 to 2017-09-15
      When it is checked
      Then over time "eo170-b1-inquiry" is:
        | from       | status         |
        | 2017-09-14 | not-applicable |
        | 2017-09-15 | violated       |

    Scenario Outline: B.1 does not bind <body>
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the inquirer is the actor "<body>"
      When it is checked
      Then "eo170-b1-inquiry" is not-applicable because not-bound

      Examples:
        | body                 |
        | state-police         |
        | city-police          |
        | state-comptroller    |
        | unified-court-system |
        | port-authority-ny-nj |

    @A.1
    Scenario Outline: The staff of <body> are <bound>
      Given these facts:
        | fact                              | value           |
        | act                               | [inquiry]       |
        | inquiry.means                     | [asking-person] |
        | inquiry.necessary-for-eligibility | false           |
        | inquirer.officers                 | other-staff     |
        | inquirer.level                    | <level>         |
        | inquirer.branch                   | <branch>        |
        | inquirer.governors-hold           | <hold>          |
        | inquirer.excluded-by-name         | <excluded>      |
      And it happened on 2019-05-08
      When it is checked
      Then "eo170-b1-inquiry" is <status>

      Examples:
        | body                                                 | level | branch             | hold                | excluded | bound     | status         |
        | a department under the Governor                      | state | executive          | executive-authority | false    | bound     | violated       |
        | a state board whose chair the Governor appoints      | state | executive          | appoints            | false    | bound     | violated       |
        | an authority whose board the Governor appoints       | state | public-corporation | appoints            | false    | bound     | violated       |
        | an authority in which the Governor has no say        | state | public-corporation | no-hold             | false    | not bound | not-applicable |
        | a department whose head the Governor does not choose | state | executive          | no-hold             | false    | not bound | not-applicable |
        | a court whose judges the Governor appoints           | state | judicial           | appoints            | false    | not bound | not-applicable |
        | a county office that the Governor fills              | local | executive          | appoints            | false    | not bound | not-applicable |
        | an authority that is excluded by name                | state | public-corporation | appoints            | true     | not bound | not-applicable |

    @A.1
    Scenario: Whatever is under the Governor's executive authority is a State entity
      Given the practice "benefits-agency-asks-status"
      And the inquirer is not known
      And these facts:
        | fact                              | value               |
        | inquiry.necessary-for-eligibility | false               |
        | inquirer.officers                 | other-staff         |
        | inquirer.level                    | state               |
        | inquirer.governors-hold           | executive-authority |
        | inquirer.excluded-by-name         | false               |
      When it is checked
      Then "eo170-b1-inquiry" is violated

    @S-4
    Scenario: Loading ICE's deportation records divides the sides on what an inquiry is
      Given the practice "ice-data-match-inbound"
      When it is checked
      Then the practice is contested
      And "eo170-b1-inquiry" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "inquiring"
      And it is flagged "preemption-risk"
      And the exception "needed-for-eligibility" fails
      And the exception "inquiry-required-by-law" is not shown
      And the exception "status-receipt-saved" is not shown

    @S-4
    Scenario: If ICE's data hold nothing but status, the saving sentence divides the sides too
      Given the practice "ice-data-match-inbound"
      And the fact "inquiry.received" is "[immigration-status]"
      When it is checked
      Then "eo170-b1-inquiry" is contested
      And it turns on "inquiring"
      And it turns on "status-receipt-saved"

    @S-4
    Scenario: If ICE's data hold addresses as well, the saving sentence saves nothing
      Given the practice "ice-data-match-inbound"
      And the fact "inquiry.received" is "[immigration-status, address]"
      When it is checked
      Then "eo170-b1-inquiry" is contested
      And it does not turn on "status-receipt-saved"
      And the exception "status-receipt-saved" fails

    @S-4
    Scenario: A match for which records only go out is no inquiry
      Given the practice "ice-data-match-inbound"
      And the fact "match.direction" is "[outbound]"
      When it is checked
      Then "eo170-b1-inquiry" is not-applicable because out-of-scope

    @B.2.s2 @T-5
    Scenario Outline: A mandated question to ICE is <saved> by the saving sentence where <what>
      Given the practice "benefits-agency-asks-status"
      And the information source is the actor "<source>"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.means" is "[<means>]"
      And the fact "inquiry.compelled-by" is "[statute]"
      And the fact "inquiry.received" is "[<received>]"
      When it is checked
      Then "eo170-b1-inquiry" is <status>
      And the exception "status-receipt-saved" <outcome>

      Examples:
        | saved     | what                            | source   | means                                | received                              | status    | outcome  |
        | saved     | the answer is about status      | ice-lesc | asking-authority                     | immigration-status                    | contested | is shown |
        | saved     | its data are about status       | ice-lesc | loading-data                         | immigration-status                    | contested | is shown |
        | not saved | the person is asked as well     | ice-lesc | asking-authority, asking-person      | immigration-status                    | excused   | fails    |
        | not saved | papers are asked for as well    | ice-lesc | asking-authority, identity-documents | immigration-status                    | excused   | fails    |
        | not saved | only the person is asked        | ice-lesc | asking-person                        | immigration-status                    | excused   | fails    |
        | not saved | the FBI and not ICE is asked    | fbi      | asking-authority                     | immigration-status                    | contested | fails    |
        | not saved | names come with it              | ice-lesc | asking-authority                     | immigration-status, identity          | contested | fails    |
        | not saved | an address comes with it        | ice-lesc | asking-authority                     | immigration-status, address           | contested | fails    |
        | not saved | a photograph comes with it      | ice-lesc | asking-authority                     | immigration-status, photograph        | contested | fails    |
        | not saved | fingerprints come with it       | ice-lesc | asking-authority                     | immigration-status, fingerprint-event | contested | fails    |
        | not saved | arrests come with it            | ice-lesc | asking-authority                     | immigration-status, criminal-history  | contested | fails    |
        | not saved | custody comes with it           | ice-lesc | asking-authority                     | immigration-status, custody           | contested | fails    |
        | not saved | nothing of status comes         | ice-lesc | asking-authority                     |                                       | contested | fails    |

    @B.2.s2
    Scenario: Status that a statute commands to receive from ICE is saved, whichever way ICE is asked
      Given the practice "benefits-agency-asks-status"
      And the information source is the actor "ice-lesc"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.means" is "{excludes: [asking-person, identity-documents]}"
      And the fact "inquiry.compelled-by" is "[statute]"
      And the fact "inquiry.received" is "[immigration-status]"
      When it is checked
      Then "eo170-b1-inquiry" is contested
      And the position "agency" finds it satisfied
      And no violation is possible
      And the exception "status-receipt-saved" is shown

    @S-4
    Scenario: A match that a statute commands is excused on the advocates' reading
      Given the practice "ice-data-match-inbound"
      And the fact "inquiry.received" is "[immigration-status]"
      And the fact "inquiry.compelled-by" is "[statute]"
      When it is checked
      Then "eo170-b1-inquiry" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it excused
      And the exception "status-receipt-saved" is shown
      And no violation is possible

    @S-4
    Scenario: Under the law of 2009, the only year that the report describes, the match breaks nothing
      Given the practice "ice-data-match-inbound"
      And the law as of 2009-06-01
      When it is checked
      Then the practice is not-applicable
      And "eo170-b1-inquiry" is not-applicable because not-in-force

  Rule: B.3, questions about status by law-enforcement officers

    @S-18
    Scenario: A trooper may not ask the victim of a robbery about immigration status
      Given the practice "trooper-asks-victim-status"
      When it is checked
      Then the practice is violated
      And "eo170-b3-inquiry" is violated
      And it cites "EO 170 (2017), B.3"
      And the exception "investigating-that-person" fails
      And "eo170-b3a-protected-people" is violated
      And it cites "EO 170 (2017), B.3.a"
      And it asks nothing

    @B.3.a
    Scenario Outline: B.3.a protects a person who is <context>
      Given the practice "trooper-asks-victim-status"
      And the fact "inquiry.person-is" is "[<context>]"
      When it is checked
      Then "eo170-b3a-protected-people" is violated
      And the position "agency" finds it violated
      And the position "advocate" finds it violated

      Examples:
        | context            |
        | seeking-assistance |
        | victim             |
        | witness            |

    @B.3.a
    Scenario: B.3.a illustrates B.3, so that a person in none of its contexts is protected by B.3 itself
      Given the practice "trooper-asks-victim-status"
      And the fact "inquiry.person-is" is "[]"
      And the fact "inquiry.investigating" is "nobody"
      When it is checked
      Then "eo170-b3a-protected-people" is not-applicable because out-of-scope
      And "eo170-b3-inquiry" is violated

    @B.3
    Scenario: A trooper may ask a person whose own crime is investigated, where the status bears on it
      Given the practice "trooper-asks-victim-under-investigation"
      And the fact "inquiry.person-is" is "[]"
      When it is checked
      Then "eo170-b3-inquiry" is excused
      And the exception "investigating-that-person" is shown
      And it would be violated if "inquiry.relevant" were otherwise

    @B.3
    Scenario Outline: Both halves of B.3's exception must be met; it fails where <why>
      Given the practice "trooper-asks-victim-under-investigation"
      And the fact "inquiry.person-is" is "[]"
      And the fact "<fact>" is "<value>"
      When it is checked
      Then "eo170-b3-inquiry" is violated
      And the exception "investigating-that-person" fails

      Examples:
        | why                                       | fact                     | value               |
        | the answer does not bear on the crime     | inquiry.relevant         | false               |
        | somebody else is investigated             | inquiry.investigating    | another-person      |
        | nobody is investigated                    | inquiry.investigating    | nobody              |
        | a traffic infraction is investigated      | inquiry.investigated-act | lesser-offense      |
        | nothing but unlawful presence is the act  | inquiry.investigated-act | undocumented-status |

    @B.3
    Scenario: Whether the status bears on the crime has to be found out
      Given the practice "trooper-asks-victim-under-investigation"
      And the fact "inquiry.person-is" is "[]"
      And the fact "inquiry.relevant" is not known
      When it is checked
      Then "eo170-b3-inquiry" is undetermined
      And the exception "investigating-that-person" is unsettled
      And it asks about "inquiry.relevant"

    @B.3.a
    Scenario: The sides differ on a victim who is also under investigation
      Given the practice "trooper-asks-victim-under-investigation"
      When it is checked
      Then the practice is contested
      And "eo170-b3-inquiry" is excused
      And "eo170-b3a-protected-people" is contested
      And the position "agency" finds it excused
      And the position "advocate" finds it violated
      And it turns on "investigation-lifts-protection"

    @B.3.a
    Scenario: Whether the status bears on a victim's own crime has to be found out, where that may lift the protection
      Given the practice "trooper-asks-victim-under-investigation"
      And the fact "inquiry.relevant" is not known
      When it is checked
      Then "eo170-b3a-protected-people" is contested
      And the position "agency" finds it undetermined
      And the position "advocate" finds it violated
      And it asks about "inquiry.relevant"

    @B.2.s2
    Scenario Outline: A trooper's question to ICE about a <person> is <saved> on the advocates' reading where <what>
      Given the practice "trooper-asks-victim-status"
      And the information source is the actor "ice-lesc"
      And the fact "inquiry.person-is" is "[<context>]"
      And the fact "inquiry.means" is "[asking-authority]"
      And the fact "inquiry.compelled-by" is "[<command>]"
      And the fact "inquiry.received" is "[<received>]"
      When it is checked
      Then "<rule>" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it <status>
      And the exception "status-receipt-saved" <outcome>

      Examples:
        | person    | saved     | what                           | context | rule                       | command | received                    | status   | outcome      |
        | passer-by | saved     | a statute commands it          |         | eo170-b3-inquiry           | statute | immigration-status          | excused  | is shown     |
        | passer-by | not saved | no law commands it             |         | eo170-b3-inquiry           |         | immigration-status          | violated | fails        |
        | passer-by | not saved | an address comes with it       |         | eo170-b3-inquiry           | statute | immigration-status, address | violated | fails        |
        | victim    | saved     | a statute commands it          | victim  | eo170-b3a-protected-people | statute | immigration-status          | excused  | is shown     |
        | victim    | not saved | no law commands it             | victim  | eo170-b3a-protected-people |         | immigration-status          | violated | fails        |
        | victim    | not saved | an address comes with it       | victim  | eo170-b3a-protected-people | statute | immigration-status, address | violated | fails        |

    @B.2.s2
    Scenario Outline: Who receives must show that the saving sentence covers it, under <rule> too
      Given the practice "trooper-asks-victim-status"
      And the information source is the actor "ice-lesc"
      And the fact "inquiry.means" is "[asking-authority]"
      And the fact "inquiry.compelled-by" is not known
      And the fact "inquiry.received" is not known
      When it is checked
      Then "<rule>" is contested
      And the position "advocate" finds it violated
      And the exception "status-receipt-saved" is not shown

      Examples:
        | rule                       |
        | eo170-b3-inquiry           |
        | eo170-b3a-protected-people |

    @T-15
    Scenario Outline: A limit on asking ICE about a victim, or on <means> its data, may be preempted
      Given the practice "trooper-asks-victim-status"
      And the information source is the actor "ice-lesc"
      And the fact "inquiry.means" is "[<value>]"
      When it is checked
      Then "eo170-b3a-protected-people" is contested
      And it is flagged "preemption-risk"

      Examples:
        | means   | value            |
        | asking  | asking-authority |
        | loading | loading-data     |

    @B.3.last
    Scenario: After an arrest a trooper may ask for papers that show who the person is
      Given the practice "trooper-asks-papers-after-arrest"
      When it is checked
      Then "eo170-b3-identification" is permitted
      And it cites "EO 170 (2017), B.3, last sentence"
      And "eo170-b3-inquiry" is excused
      And the reasons say "The last sentence of B.3 permits seeking papers to identify a person following arrest."

    @B.3.last
    Scenario Outline: Papers may not be asked for <why>
      Given the practice "trooper-asks-papers-after-arrest"
      And the fact "<fact>" is "<value>"
      When it is checked
      Then "eo170-b3-inquiry" is violated
      And "eo170-b3-identification" is not-applicable

      Examples:
        | why                        | fact                          | value              |
        | before any arrest          | document-request.after-arrest | false              |
        | to establish the status    | document-request.purpose      | immigration-status |

    @B.3.last
    Scenario: Where papers are asked for and nothing else, it need not be known how status was asked about
      Given the practice "trooper-asks-papers-after-arrest"
      And the fact "inquiry.means" is not known
      When it is checked
      Then "eo170-b3-identification" is permitted

    @B.3.last
    Scenario: An arrested victim too may be asked for papers that show who the person is
      Given the practice "trooper-asks-papers-after-arrest"
      And the fact "inquiry.person-is" is "[victim]"
      When it is checked
      Then "eo170-b3-identification" is permitted
      And "eo170-b3a-protected-people" is excused

    @B.3.last
    Scenario: Papers that show who an arrested person is may be asked for though they show the status too
      Given the practice "trooper-asks-papers-after-arrest"
      And the fact "act" is "[document-request, inquiry]"
      When it is checked
      Then "eo170-b3-identification" is permitted
      And "eo170-b3-inquiry" is excused

    @B.3.last
    Scenario: The leave to ask for papers does not cover a question about status beside it
      Given the practice "trooper-asks-papers-after-arrest"
      And the fact "act" is "[document-request, inquiry]"
      And the fact "inquiry.means" is "[identity-documents, asking-person]"
      When it is checked
      Then "eo170-b3-inquiry" is violated

    @T-15
    Scenario: A trooper who asks ICE and not the person divides the sides on what an inquiry is
      Given the practice "trooper-asks-victim-status"
      And the fact "inquiry.means" is "[asking-authority]"
      And the information source is the actor "ice-lesc"
      When it is checked
      Then "eo170-b3-inquiry" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "inquiring"
      And it is flagged "preemption-risk"

    @T-15
    Scenario: A limit on loading ICE's data may be preempted whichever officers load them
      Given the practice "trooper-asks-victim-status"
      And the fact "inquiry.means" is "[loading-data]"
      And the information source is the actor "ice"
      When it is checked
      Then "eo170-b3-inquiry" is contested
      And it is flagged "preemption-risk"

    @T-15
    Scenario: A limit on asking ICE may be preempted for a benefits agency too
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.means" is "[asking-authority]"
      And the information source is the actor "ice-lesc"
      When it is checked
      Then "eo170-b1-inquiry" is contested
      And it is flagged "preemption-risk"

    @T-8
    Scenario: The sides differ on whether B.3 binds the civilians of DCJS
      Given the practice "trooper-asks-victim-status"
      And the inquirer is the actor "dcjs"
      When it is checked
      Then "eo170-b3-inquiry" is contested
      And the position "agency" finds it not-applicable
      And the position "advocate" finds it violated
      And it turns on "law-enforcement-officer"

    @T-8
    Scenario: Staff of a benefits agency are no law enforcement officers on either reading
      Given the practice "trooper-asks-victim-status"
      And the inquirer is the actor "state-benefits-agency"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      When it is checked
      Then "eo170-b3-inquiry" is not-applicable because not-bound
      But "eo170-b1-inquiry" is violated

    Scenario: City police are not bound by B.3
      Given the practice "trooper-asks-victim-status"
      And the inquirer is the actor "city-police"
      When it is checked
      Then "eo170-b3-inquiry" is not-applicable because not-bound
      And "eo170-b3a-protected-people" is not-applicable because not-bound

  Rule: B.3.b, resources and police action

    @T-10
    Scenario: Officers and cars lent to seize a person wanted only on a civil removal order break the order
      Given the practice "state-police-lend-car-for-removal-arrest"
      When it is checked
      Then the practice is violated
      And "eo170-b3b-resources" is violated
      And it cites "EO 170 (2017), B.3.b, first sentence"
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And it would be satisfied if "suspicion" were otherwise
      And it would be satisfied if "resources.aim" were otherwise

    @T-10
    Scenario: Officers and cars lent to seize a person for unlawful presence alone break the order
      Given the practice "state-police-lend-car-for-removal-arrest"
      And the fact "suspicion" is "[undocumented-status]"
      When it is checked
      Then "eo170-b3b-resources" is violated

    @T-10
    Scenario Outline: The sides differ on a person suspected of re-entry on the record of a removal alone, <order>
      Given the practice "state-police-lend-car-for-removal-arrest"
      And the fact "suspicion" is "[<suspicion>]"
      When it is checked
      Then "eo170-b3b-resources" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "suspected-only-civilly"
      And it asks about "disclosure.reapply-consent-checked"

      Examples:
        | order                       | suspicion                     |
        | with a civil removal order  | removal-order, removal-record |
        | without a removal order     | removal-record                |

    @T-10
    Scenario Outline: <suspicion> defeats "only" on both readings
      Given the practice "state-police-lend-car-for-removal-arrest"
      And the fact "suspicion" is "[removal-order, <suspicion>]"
      When it is checked
      Then "eo170-b3b-resources" is satisfied

      Examples:
        | suspicion             |
        | reentry-further-facts |
        | other-crime           |

    @T-10
    Scenario: A person suspected of nothing is not suspected only of a civil immigration offense
      Given the practice "state-police-lend-car-for-removal-arrest"
      And the fact "suspicion" is "[]"
      When it is checked
      Then "eo170-b3b-resources" is satisfied
      And the position "agency" finds it satisfied
      And the position "advocate" finds it satisfied

    @B.3.b
    Scenario Outline: Resources for <aim> alone are not caught, since B.3.b says detecting and apprehending
      Given the practice "state-police-lend-car-for-removal-arrest"
      And the fact "resources.aim" is "[<aim>]"
      When it is checked
      Then "eo170-b3b-resources" is satisfied

      Examples:
        | aim          |
        | detecting    |
        | apprehending |

    @T-8
    Scenario: The sides differ on whether B.3.b binds the civilians of DCJS
      Given the practice "state-police-lend-car-for-removal-arrest"
      And the acting agency is the actor "dcjs"
      When it is checked
      Then "eo170-b3b-resources" is contested
      And the position "agency" finds it not-applicable
      And the position "advocate" finds it violated
      And it turns on "law-enforcement-officer"

    @T-11
    Scenario: A stop on the record of an earlier removal divides the sides on "solely"
      Given the practice "trooper-questions-on-removal-record"
      When it is checked
      Then the practice is contested
      And "eo170-b3b-police-action" is contested
      And it cites "EO 170 (2017), B.3.b, second and third sentences"
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "solely-undocumented"

    @T-11
    Scenario Outline: A stop on <ground> is <status> on both readings
      Given the practice "trooper-questions-on-removal-record"
      And the fact "suspicion" is "[<suspicion>]"
      When it is checked
      Then "eo170-b3b-police-action" is <status>
      And the position "agency" finds it <status>
      And the position "advocate" finds it <status>

      Examples:
        | ground                        | suspicion                           | status    |
        | unlawful presence alone       | undocumented-status                 | violated  |
        | a traffic offense beside it   | undocumented-status, other-ground   | satisfied |
        | another crime beside it       | undocumented-status, other-crime    | satisfied |
        | a re-entry on further facts   | undocumented-status, reentry-further-facts | satisfied |
        | nothing that is listed        |                                     | satisfied |
        | another crime                 | removal-record, other-crime         | satisfied |
        | further facts of a re-entry   | removal-record, reentry-further-facts | satisfied |

    @T-11
    Scenario Outline: A stop on <ground> divides the sides, since no other offense is suspected
      Given the practice "trooper-questions-on-removal-record"
      And the fact "suspicion" is "[<suspicion>]"
      When it is checked
      Then "eo170-b3b-police-action" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "solely-undocumented"

      Examples:
        | ground                                      | suspicion                           |
        | a civil removal order                       | removal-order                       |
        | unlawful presence and a removal order       | undocumented-status, removal-order  |
        | unlawful presence and an earlier removal    | undocumented-status, removal-record |

    @S-13 @S-15
    Scenario Outline: The order binds no sheriff, with a 287(g) agreement or without one
      Given the practice "<practice>"
      When it is checked
      Then "eo170-b3b-police-action" is not-applicable because not-bound

      Examples:
        | practice                  |
        | sheriff-holds-on-detainer |
        | sheriff-holds-under-287g  |

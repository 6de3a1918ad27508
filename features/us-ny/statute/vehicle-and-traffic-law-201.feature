@us-ny/statute/vehicle-and-traffic-law-201
Feature: Vehicle and Traffic Law 201(12), motor-vehicle records and immigration enforcement

  From 14 December 2019 on, the Department of Motor Vehicles may not give or open its records to an agency that
  primarily enforces immigration law, unless an Article III judge has signed an order or warrant. Whoever has the
  department's data certifies to make no use of it for civil immigration purposes and to give such an agency none of it.

  Rule: The department's records, paragraph (a)

    Scenario: The department gives ICE a record on a form that ICE signed itself
      Given the practice "dmv-gives-record-without-warrant"
      When it is checked
      Then the practice is violated
      And "vtl201-disclosure" is violated
      And it cites "VTL 201(12), (a)"
      And it binds "New York State Department of Motor Vehicles"
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And the exception "article-iii-paper" fails
      And the exception "real-id" fails
      And the exception "trusted-traveler" fails
      And the exception "import-export" fails
      And it is flagged "source-unverified"
      And it asks nothing
      And "eo170-b2-disclosure" is violated

    Scenario: The department gives ICE a record on a federal judge's warrant
      Given the practice "dmv-gives-record-on-article-iii-warrant"
      When it is checked
      Then the practice is excused
      And "vtl201-disclosure" is excused
      And the exception "article-iii-paper" is shown
      And it cites "VTL 201(12), (a), as to court orders and warrants"
      And "eo170-b2-disclosure" is excused

    Scenario: A magistrate judge's warrant compels the department under the order and is not enough under the statute
      Given the practice "dmv-gives-record-on-magistrate-warrant"
      When it is checked
      Then the practice is violated
      And "vtl201-disclosure" is violated
      And the exception "article-iii-paper" fails
      And "eo170-b2-disclosure" is excused

    Scenario Outline: On <day> the disclosure is <status>
      Given the practice "dmv-gives-record-without-warrant"
      And it happened on <day>
      When it is checked
      Then "vtl201-disclosure" is <status>

      Examples:
        | day        | status         |
        | 2019-12-13 | not-applicable |
        | 2019-12-14 | violated       |

    Scenario: The day before, only the executive order forbade the disclosure
      Given the practice "dmv-gives-record-without-warrant"
      And it happened on 2019-12-13
      When it is checked
      Then "vtl201-disclosure" is not-applicable because not-in-force
      And "eo170-b2-disclosure" is violated

    Scenario Outline: A warrant signed by <judge> is <status>
      Given the practice "dmv-gives-record-without-warrant"
      And the fact "dmv-disclosure.warrant-from" is "[<from>]"
      When it is checked
      Then "vtl201-disclosure" is <status>

      Examples:
        | judge                      | from                     | status   |
        | a federal judge            | article-iii-judge        | excused  |
        | a federal magistrate judge | federal-magistrate-judge | violated |
        | a state judge              | state-judge              | violated |
        | a city or town judge       | local-judge              | violated |
        | an immigration judge       | immigration-judge        | violated |

    Scenario: A federal judge's order is enough
      Given the practice "dmv-gives-record-without-warrant"
      And the fact "dmv-disclosure.order-from" is "[article-iii-judge]"
      When it is checked
      Then "vtl201-disclosure" is excused
      And the exception "article-iii-paper" is shown

    Scenario: An immigration judge's order is not enough
      Given the practice "dmv-gives-record-without-warrant"
      And the fact "dmv-disclosure.order-from" is "[immigration-judge]"
      When it is checked
      Then "vtl201-disclosure" is violated

    Scenario Outline: Whether an order of <judge> is enough can be read either way and is left to judgment
      Given the practice "dmv-gives-record-without-warrant"
      And the fact "dmv-disclosure.order-from" is "[<from>]"
      When it is checked
      Then "vtl201-disclosure" is undetermined
      And violated is still possible
      And excused is still possible
      And it asks about "judgment:us-ny/statute/vehicle-and-traffic-law-201#other-orders-count"

      Examples:
        | judge                      | from                     |
        | a federal magistrate judge | federal-magistrate-judge |
        | a state judge              | state-judge              |
        | a city or town judge       | local-judge              |

    Scenario Outline: Once it is judged that a state court's order <counts>, the disclosure is <status>
      Given the practice "dmv-gives-record-without-warrant"
      And the fact "dmv-disclosure.order-from" is "[state-judge]"
      And the judgment "us-ny/statute/vehicle-and-traffic-law-201#other-orders-count" is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "vtl201-disclosure" is <status>

      Examples:
        | counts         | holds | status   |
        | counts         | yes   | excused  |
        | does not count | no    | violated |

    Scenario Outline: A record given for <what> is excused
      Given the practice "dmv-gives-record-without-warrant"
      And the fact "dmv-disclosure.serves" is "[<serves>]"
      When it is checked
      Then "vtl201-disclosure" is excused
      And the exception "<exception>" is shown
      And it cites "VTL 201(12), (a), as to <pin>"

      Examples:
        | what                       | serves                | exception        | pin                 |
        | REAL ID                    | real-id               | real-id          | REAL ID             |
        | a trusted traveler program | trusted-traveler      | trusted-traveler | trusted travelers   |
        | the export of a vehicle    | vehicle-import-export | import-export    | imports and exports |

    Scenario Outline: Whether <exception> was law on <day> is <known>
      Given the practice "dmv-gives-record-without-warrant"
      And the fact "dmv-disclosure.serves" is "[<serves>]"
      And it happened on <day>
      When it is checked
      Then "vtl201-disclosure" is <status>

      Examples: an amendment of 2020, whose day and extent are not recorded
        | exception           | serves                | day        | known     | status         |
        | REAL ID             | real-id               | 2019-12-13 | no matter | not-applicable |
        | REAL ID             | real-id               | 2019-12-14 | not known | undetermined   |
        | REAL ID             | real-id               | 2020-12-30 | not known | undetermined   |
        | REAL ID             | real-id               | 2020-12-31 | known     | excused        |
        | trusted travelers   | trusted-traveler      | 2019-12-14 | not known | undetermined   |
        | trusted travelers   | trusted-traveler      | 2020-12-30 | not known | undetermined   |
        | trusted travelers   | trusted-traveler      | 2020-12-31 | known     | excused        |
        | imports and exports | vehicle-import-export | 2019-12-14 | not known | undetermined   |
        | imports and exports | vehicle-import-export | 2020-12-30 | not known | undetermined   |
        | imports and exports | vehicle-import-export | 2020-12-31 | known     | excused        |

    Scenario Outline: A record given to <recipient> is <status>
      Given the practice "dmv-gives-record-without-warrant"
      And the recipient is the actor "<recipient>"
      When it is checked
      Then "vtl201-disclosure" is <status>

      Examples:
        | recipient         | status       |
        | ice               | violated     |
        | ice-lesc          | violated     |
        | cbp-grand-island  | violated     |
        | tsa               | satisfied    |
        | fbi               | satisfied    |
        | city-police       | satisfied    |
        | us-customs-office | undetermined |

    Scenario: Paragraph (a) does not bind the state police who pass on what they got
      Given the practice "state-police-pass-on-dmv-record"
      When it is checked
      Then "vtl201-disclosure" is not-applicable because not-bound

    Scenario: Paragraph (a) says nothing about other information that the department gives ICE
      Given the practice "dmv-gives-record-without-warrant"
      And the fact "act" is "[disclosure]"
      When it is checked
      Then "vtl201-disclosure" is not-applicable because out-of-scope
      And "eo170-b2-disclosure" is violated

  Rule: Requests, paragraph (a)

    Scenario Outline: When <requester> asks for a record on <day> and the person is <told>, the duty is <status>
      Given these facts:
        | fact                        | value         |
        | act                         | [dmv-request] |
        | dmv-request.person-notified | <notified>    |
      And the records office is the actor "<office>"
      And the requester is the actor "<requester>"
      And it happened on <day>
      When it is checked
      Then "vtl201-notice" is <status>
      And it cites "VTL 201(12), (a), as to requests"

      Examples:
        | office       | requester        | day        | told     | notified | status         |
        | dmv          | ice              | 2019-12-13 | not told | false    | not-applicable |
        | dmv          | ice              | 2019-12-14 | not told | false    | violated       |
        | dmv          | ice              | 2019-12-14 | told     | true     | satisfied      |
        | dmv          | cbp-grand-island | 2021-03-01 | not told | false    | violated       |
        | dmv          | city-police      | 2021-03-01 | not told | false    | not-applicable |
        | state-police | ice              | 2021-03-01 | not told | false    | not-applicable |

    Scenario: The duty to tell the person is about requests
      Given the practice "dmv-gives-record-without-warrant"
      When it is checked
      Then "vtl201-notice" is not-applicable because out-of-scope

    Scenario: The duty to tell the person needs a request from an immigration agency
      Given the practice "dmv-gives-record-without-warrant"
      And the requester is the actor "ice"
      And the records office is the actor "dmv"
      And the fact "act" is "[dmv-disclosure]"
      When it is checked
      Then "vtl201-notice" is not-applicable because out-of-scope

  Rule: Whoever has the department's data, paragraphs (b) and (c)

    Scenario: The state police pass a record on to ICE against what they certified
      Given the practice "state-police-pass-on-dmv-record"
      When it is checked
      Then the practice is violated
      And "vtl201-promise" is violated
      And it cites "VTL 201(12), (b)-(c), what is certified"
      And it binds "New York State Police"
      And the exception "cooperative-arrangement" fails
      And it is flagged "source-unverified"
      And "vtl201-certificate" is satisfied
      And "vtl201-records" is satisfied
      And "eo170-b2-disclosure" is violated

    Scenario: City police are bound as anybody is who has the data, though the executive order does not bind them
      Given the practice "state-police-pass-on-dmv-record"
      And the discloser is the actor "city-police"
      And the data holder is the actor "city-police"
      When it is checked
      Then "vtl201-promise" is violated
      And it binds "a city police department"
      And "eo170-b2-disclosure" is not-applicable because not-bound

    Scenario Outline: On <day> passing the record on is <status>
      Given the practice "state-police-pass-on-dmv-record"
      And it happened on <day>
      When it is checked
      Then "vtl201-promise" is <status>

      Examples:
        | day        | status         |
        | 2019-12-13 | not-applicable |
        | 2019-12-14 | undetermined   |
        | 2020-12-30 | undetermined   |
        | 2020-12-31 | violated       |

    Scenario Outline: On <day> a body that has not certified leaves the duty to certify <status>
      Given the practice "state-police-pass-on-dmv-record"
      And the fact "dmv-data.certified" is "false"
      And it happened on <day>
      When it is checked
      Then "vtl201-certificate" is <status>
      And "vtl201-promise" is not-applicable

      Examples:
        | day        | status         |
        | 2019-12-13 | not-applicable |
        | 2019-12-14 | violated       |

    Scenario: Without a certificate there is no promise to break
      Given the practice "state-police-pass-on-dmv-record"
      And the fact "dmv-data.certified" is "false"
      When it is checked
      Then "vtl201-certificate" is violated
      And "vtl201-promise" is not-applicable because out-of-scope

    Scenario: Whether the body has certified has to be found out
      Given the practice "state-police-pass-on-dmv-record"
      And the fact "dmv-data.certified" is not known
      When it is checked
      Then "vtl201-certificate" is undetermined
      And it asks about "dmv-data.certified"
      And "vtl201-promise" is undetermined

    Scenario Outline: Data that is <what> is <status>
      Given the practice "state-police-pass-on-dmv-record"
      And the recipient is the actor "<recipient>"
      And the fact "act" is "<act>"
      And the fact "dmv-data.used-for" is "[<use>]"
      When it is checked
      Then "vtl201-promise" is <status>

      Examples:
        | what                                   | recipient            | act                                | use               | status         |
        | passed on to ICE                       | ice-removal-officers | [dmv-disclosure, dmv-data-holding] | other-purpose     | violated       |
        | passed on to the FBI                   | fbi                  | [dmv-disclosure, dmv-data-holding] | other-purpose     | satisfied      |
        | kept and used for traffic              | ice-removal-officers | [dmv-data-holding]                 | other-purpose     | satisfied      |
        | kept and used for immigration purposes | fbi                  | [dmv-data-holding]                 | civil-immigration | violated       |
        | given by the department itself         | ice-removal-officers | [dmv-disclosure]                   | other-purpose     | not-applicable |

    Scenario: The duties of whoever has the data are not about a record that the department gives
      Given the practice "dmv-gives-record-without-warrant"
      When it is checked
      Then "vtl201-certificate" is not-applicable because out-of-scope
      And "vtl201-promise" is not-applicable because out-of-scope
      And "vtl201-records" is not-applicable because out-of-scope

    Scenario: Whether a cooperative arrangement is one that the law allows is left to judgment
      Given the practice "state-police-pass-on-dmv-record"
      And the fact "dmv-data.under-arrangement" is "true"
      When it is checked
      Then "vtl201-promise" is undetermined
      And violated is still possible
      And excused is still possible
      And it asks about "judgment:us-ny/statute/vehicle-and-traffic-law-201#limited-arrangement"

    Scenario Outline: Under an arrangement that the law <allows>, passing the record on is <status>
      Given the practice "state-police-pass-on-dmv-record"
      And the fact "dmv-data.under-arrangement" is "<arrangement>"
      And the judgment "us-ny/statute/vehicle-and-traffic-law-201#limited-arrangement" is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "vtl201-promise" is <status>
      And the exception "cooperative-arrangement" <outcome>

      Examples:
        | allows         | arrangement | holds | status   | outcome  |
        | allows         | true        | yes   | excused  | is shown |
        | does not allow | true        | no    | violated | fails    |
        | never heard of | false       | yes   | violated | fails    |

    Scenario Outline: An arrangement that the law allows excepts the passing on and not the use for <use>
      Given the practice "state-police-pass-on-dmv-record"
      And the fact "dmv-data.under-arrangement" is "true"
      And the fact "dmv-data.used-for" is "[<use>]"
      And the judgment "us-ny/statute/vehicle-and-traffic-law-201#limited-arrangement" is "yes", by "the reviewer", because "for this scenario"
      When it is checked
      Then "vtl201-promise" is <status>
      And the exception "cooperative-arrangement" <outcome>

      Examples:
        | use               | status   | outcome  |
        | other-purpose     | excused  | is shown |
        | civil-immigration | violated | fails    |

    Scenario Outline: To give a record to <body> is <status>
      Given the practice "dmv-gives-record-without-warrant"
      And the recipient is not known
      And the fact "recipient.immigration-body" is "<value>"
      When it is checked
      Then "vtl201-disclosure" is <status>

      Examples:
        | body                    | value         | status       |
        | ICE                     | ice           | violated     |
        | CBP                     | cbp           | violated     |
        | the fraud unit of USCIS | uscis-fraud   | undetermined |
        | another body            | none-of-these | satisfied    |

    Scenario Outline: Once it is judged, a record given to the fraud unit of USCIS is <status>
      Given the practice "dmv-gives-record-without-warrant"
      And the recipient is not known
      And the fact "recipient.immigration-body" is "uscis-fraud"
      And the judgment "us-ny/statute/vehicle-and-traffic-law-201#fraud-unit-covered" of the recipient is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "vtl201-disclosure" is <status>

      Examples:
        | holds | status    |
        | yes   | violated  |
        | no    | satisfied |

    Scenario Outline: Records kept for <years> years on <day> leave the duty <status>
      Given the practice "state-police-pass-on-dmv-record"
      And the fact "dmv-data.records-kept" is "<years>"
      And it happened on <day>
      When it is checked
      Then "vtl201-records" is <status>
      And it cites "VTL 201(12), (b)-(c), records"

      Examples:
        | years | day        | status         |
        | 4     | 2019-12-13 | not-applicable |
        | 4     | 2019-12-14 | violated       |
        | 5     | 2019-12-14 | satisfied      |
        | 6     | 2021-03-01 | satisfied      |

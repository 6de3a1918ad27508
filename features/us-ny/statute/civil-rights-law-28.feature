@us-ny/statute/civil-rights-law-28
Feature: Civil Rights Law 28, the Protect Our Courts Act

  From 15 December 2020 on, parties, potential witnesses and their families may not be arrested for a civil matter on
  the way to court, in court or on the way back, without a judicial warrant or order. Whoever willfully makes such an
  arrest, or helps with it, is liable.

  Rule: The arrest (subdivision 1)

    Scenario: A witness arrested on the way to court on an ICE form
      Given the practice "ice-arrest-on-the-way-to-court"
      When it is checked
      Then the practice is violated
      And "poca28-1-civil-arrest" is violated
      And it cites "Civ Rights Law 28, subdivision 1"
      And it binds "the part of ICE that arrests and removes people"
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And the exception "judicial-warrant" fails
      And it is flagged "authority-unverified"
      And it is flagged "source-unverified"
      And it asks nothing
      And "poca28-2-making" is violated
      And it is flagged "authority-unverified"
      And "oca2019-arrest" is not-applicable because out-of-scope
      And "eo170.1-b-civil-arrest" is not-applicable because not-bound

    Scenario Outline: On <day> the arrest is <status>
      Given the practice "ice-arrest-on-the-way-to-court"
      And it happened on <day>
      When it is checked
      Then "poca28-1-civil-arrest" is <status>
      And "poca28-2-making" is <status>

      Examples:
        | day        | status         |
        | 2020-12-14 | not-applicable |
        | 2020-12-15 | violated       |

    @S-17
    Scenario: The courthouse arrest of May 2019 came before the act
      Given the practice "ice-arrest-in-courthouse"
      When it is checked
      Then "poca28-1-civil-arrest" is not-applicable because not-in-force
      And "poca28-2-making" is not-applicable because not-in-force

    Scenario: The courthouse arrest under the law of 2021
      Given the practice "ice-arrest-in-courthouse"
      And the law as of 2021-03-01
      When it is checked
      Then "poca28-1-civil-arrest" is violated
      And "poca28-2-making" is undetermined
      And it asks about "arrest.willful"
      And "oca2019-arrest" is violated

    Scenario Outline: The arrest of a person <where> is <status>
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "arrest.court-attendance" is "<attendance>"
      When it is checked
      Then "poca28-1-civil-arrest" is <status>
      And "poca28-2-making" is <status>

      Examples:
        | where                     | attendance    | status         |
        | on the way to court       | going         | violated       |
        | in court                  | attending     | violated       |
        | on the way back           | returning     | violated       |
        | with no business in court | no-attendance | not-applicable |

    Scenario Outline: <who> is <protected>
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "arrest.person-in-case" is "<person>"
      When it is checked
      Then "poca28-1-civil-arrest" is <status>
      And "poca28-2-making" is <status>

      Examples:
        | who                           | person                | protected     | status    |
        | A party                       | [party]               | protected     | violated  |
        | A potential witness           | [potential-witness]   | protected     | violated  |
        | A family or household member  | [family-or-household] | protected     | violated  |
        | A spectator                   | []                    | not protected | satisfied |

    Scenario: A person who does not go there in good faith is not protected
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "arrest.good-faith" is "false"
      When it is checked
      Then "poca28-1-civil-arrest" is satisfied
      And "poca28-2-making" is satisfied

    Scenario: What the person has to do with the case has to be found out
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "arrest.person-in-case" is not known
      When it is checked
      Then "poca28-1-civil-arrest" is undetermined
      And violated is still possible
      And satisfied is still possible
      And it asks about "arrest.person-in-case"

    Scenario Outline: <what> is out of its scope
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "act" is "[<act>]"
      When it is checked
      Then "poca28-1-civil-arrest" is not-applicable because out-of-scope
      And "poca28-2-making" is not-applicable because out-of-scope

      Examples:
        | what                   | act             |
        | An arrest for a crime  | criminal-arrest |
        | A stop without arrest  | police-action   |

    Scenario Outline: A federal judge's <paper> that authorizes the arrest lifts the protection
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "<fact>" is "[article-iii-judge]"
      When it is checked
      Then "poca28-1-civil-arrest" is excused
      And the exception "judicial-warrant" is shown
      And "poca28-2-making" is excused
      And the exception "judicial-warrant" is shown

      Examples:
        | paper   | fact                |
        | warrant | arrest.warrant-from |
        | order   | arrest.order-from   |

    Scenario: A federal judge's warrant for another arrest does not lift it
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "arrest.warrant-from" is "[article-iii-judge]"
      And the fact "arrest.papers-authorize-it" is "false"
      When it is checked
      Then "poca28-1-civil-arrest" is violated
      And "poca28-2-making" is violated

    Scenario Outline: An immigration judge's <paper> does not lift it
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "<fact>" is "[immigration-judge]"
      When it is checked
      Then "poca28-1-civil-arrest" is violated

      Examples:
        | paper   | fact                |
        | warrant | arrest.warrant-from |
        | order   | arrest.order-from   |

    Scenario Outline: Whether the <paper> of <judge> counts cannot be said before the definition is seen
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "<fact>" is "[<from>]"
      When it is checked
      Then "poca28-1-civil-arrest" is undetermined
      And violated is still possible
      And excused is still possible
      And the exception "judicial-warrant" is unsettled
      And it asks about "judgment:us-ny/statute/civil-rights-law-28#other-judges-count"
      And "poca28-2-making" is undetermined

      Examples:
        | paper   | judge                      | fact                | from                     |
        | warrant | a federal magistrate judge | arrest.warrant-from | federal-magistrate-judge |
        | warrant | a state judge              | arrest.warrant-from | state-judge              |
        | warrant | a city or town judge       | arrest.warrant-from | local-judge              |
        | order   | a federal magistrate judge | arrest.order-from   | federal-magistrate-judge |
        | order   | a state judge              | arrest.order-from   | state-judge              |
        | order   | a city or town judge       | arrest.order-from   | local-judge              |

    Scenario Outline: Once somebody has read that a magistrate judge <counts>, the arrest is <status>
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "arrest.warrant-from" is "[federal-magistrate-judge]"
      And the judgment "us-ny/statute/civil-rights-law-28#other-judges-count" is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "poca28-1-civil-arrest" is <status>

      Examples:
        | counts         | holds | status   |
        | counts         | yes   | excused  |
        | does not count | no    | violated |

    Scenario: It binds local officers too, and then the federal challenge is not flagged
      Given the practice "ice-arrest-on-the-way-to-court"
      And the arresting authority is the actor "city-police"
      When it is checked
      Then "poca28-1-civil-arrest" is violated
      And it is not flagged "authority-unverified"
      And "poca28-2-making" is violated
      And it is not flagged "authority-unverified"

  Rule: Willful arrests and willful help (subdivision 2)

    Scenario: An arrest that is not willful breaks only the first subdivision
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "arrest.willful" is "false"
      When it is checked
      Then "poca28-1-civil-arrest" is violated
      And "poca28-2-making" is satisfied

    @S-12
    Scenario: In January 2019 no rule on record governed court officers in touch with ICE, and the assurances do not hold
      Given the practice "court-officers-in-touch-with-ice"
      When it is checked
      Then the practice is not-applicable
      And "eo170-b2-disclosure" is not-applicable because not-bound
      And "poca28-2-assisting" is not-applicable because not-in-force
      And a claim about "assistance.contact" is contradicted
      And the practice is flagged "claim-contradicted"

    @S-12
    Scenario: The same contacts under the law of 2021 turn on whether the help was willful and an arrest followed
      Given the practice "court-officers-in-touch-with-ice"
      And the law as of 2020-12-15
      When it is checked
      Then the practice is undetermined
      And "poca28-2-assisting" is undetermined
      And violated is still possible
      And it asks about "assistance.willful"
      And it asks about "assistance.arrest-followed"
      And "eo170-b2-disclosure" is not-applicable because not-bound

    @S-12
    Scenario: A court officer who tips off ICE in 2021 and brings about an arrest in court is liable
      Given the practice "court-officers-tip-off-ice-later"
      When it is checked
      Then the practice is violated
      And "poca28-2-assisting" is violated
      And it cites "Civ Rights Law 28, subdivision 2"
      And it binds "New York State Unified Court System"
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And the exception "judicial-warrant" fails
      And the exception "justified" is not shown
      And "eo170-b2-disclosure" is not-applicable because not-bound
      And "poca28-1-civil-arrest" is not-applicable because out-of-scope
      And "poca28-2-making" is not-applicable because out-of-scope

    @S-12
    Scenario Outline: On <day> the help is <status>
      Given the practice "court-officers-tip-off-ice-later"
      And it happened on <day>
      When it is checked
      Then "poca28-2-assisting" is <status>

      Examples:
        | day        | status         |
        | 2020-12-14 | not-applicable |
        | 2020-12-15 | violated       |

    @S-12
    Scenario Outline: There is no liability where <what>
      Given the practice "court-officers-tip-off-ice-later"
      And the fact "<fact>" is "<value>"
      When it is checked
      Then "poca28-2-assisting" is satisfied

      Examples:
        | what                               | fact                       | value |
        | the help was not willful           | assistance.willful         | false |
        | no help was given                  | assistance.how             | []    |
        | the person is only a spectator     | arrest.person-in-case      | []    |
        | the person is not in good faith    | arrest.good-faith          | false |

    @S-12
    Scenario: Whether help toward an arrest that never came is reached has not been checked
      Given the practice "court-officers-tip-off-ice-later"
      And the fact "assistance.arrest-followed" is "false"
      When it is checked
      Then "poca28-2-assisting" is undetermined
      And violated is still possible
      And it asks about "judgment:us-ny/statute/civil-rights-law-28#reached-without-arrest"

    Scenario Outline: Once somebody has read that help without an arrest is <reached>, it is <status>
      Given the practice "court-officers-tip-off-ice-later"
      And the fact "assistance.arrest-followed" is "false"
      And the judgment "us-ny/statute/civil-rights-law-28#reached-without-arrest" is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "poca28-2-assisting" is <status>

      Examples:
        | reached     | holds | status    |
        | reached     | yes   | violated  |
        | not reached | no    | satisfied |

    Scenario: Help other than word of the court date counts as well
      Given the practice "court-officers-tip-off-ice-later"
      And the fact "assistance.how" is "[other-help]"
      When it is checked
      Then "poca28-2-assisting" is violated

    Scenario Outline: The subdivision says nothing about <what>
      Given the practice "court-officers-tip-off-ice-later"
      And the fact "<fact>" is "<value>"
      When it is checked
      Then "poca28-2-assisting" is not-applicable because out-of-scope

      Examples:
        | what                                  | fact                    | value         |
        | an arrest that court has no part in   | arrest.court-attendance | no-attendance |
        | word that is no help with an arrest   | act                     | [disclosure]  |

    Scenario Outline: Help with an arrest on a federal judge's <paper> is excused
      Given the practice "court-officers-tip-off-ice-later"
      And the fact "<fact>" is "[article-iii-judge]"
      When it is checked
      Then "poca28-2-assisting" is excused
      And the exception "judicial-warrant" is shown

      Examples:
        | paper   | fact                |
        | warrant | arrest.warrant-from |
        | order   | arrest.order-from   |

    Scenario: Whether help with an arrest on a magistrate judge's warrant is excused cannot be said before the definition is seen
      Given the practice "court-officers-tip-off-ice-later"
      And the fact "arrest.warrant-from" is "[federal-magistrate-judge]"
      When it is checked
      Then "poca28-2-assisting" is undetermined
      And the exception "judicial-warrant" is unsettled

    Scenario Outline: A defense under the Penal Law that is <outcome> leaves the finding <status>
      Given the practice "<practice>"
      And the judgment "us-ny/statute/civil-rights-law-28#justified" is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "<rule>" is <status>
      And it cites "Civ Rights Law 28, subdivision 2, as to defenses"

      Examples:
        | practice                         | rule               | outcome      | holds | status   |
        | court-officers-tip-off-ice-later | poca28-2-assisting | made out     | yes   | excused  |
        | court-officers-tip-off-ice-later | poca28-2-assisting | not made out | no    | violated |
        | ice-arrest-on-the-way-to-court   | poca28-2-making    | made out     | yes   | excused  |
        | ice-arrest-on-the-way-to-court   | poca28-2-making    | not made out | no    | violated |

    Scenario: A defense to liability does not make the arrest itself lawful
      Given the practice "ice-arrest-on-the-way-to-court"
      And the judgment "us-ny/statute/civil-rights-law-28#justified" is "yes", by "the reviewer", because "for this scenario"
      When it is checked
      Then "poca28-1-civil-arrest" is violated

    Scenario: City police who tip off ICE are reached as any person is
      Given the practice "court-officers-tip-off-ice-later"
      And the assisting body is the actor "city-police"
      When it is checked
      Then "poca28-2-assisting" is violated
      And it binds "a city police department"

  Rule: Who may sue (subdivision 3)

    Scenario Outline: <who> <may> sue over such an arrest
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "act" is "[civil-arrest, civil-action]"
      And the fact "civil-action.brought-by" is "<by>"
      When it is checked
      Then "poca28-3-action" is <status>
      And it cites "Civ Rights Law 28, subdivision 3 and following"

      Examples:
        | who                  | may     | by               | status         |
        | The person arrested  | may     | arrested-person  | permitted      |
        | The Attorney General | may     | attorney-general | permitted      |
        | Somebody else        | may not | somebody-else    | not-applicable |

    Scenario Outline: There is no such action where <what>
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "act" is "[civil-arrest, civil-action]"
      And the fact "civil-action.brought-by" is "arrested-person"
      And the fact "<fact>" is "<value>"
      When it is checked
      Then "poca28-3-action" is not-applicable because out-of-scope

      Examples:
        | what                              | fact                    | value               |
        | court had no part in the arrest   | arrest.court-attendance | no-attendance       |
        | the person was only a spectator   | arrest.person-in-case   | []                  |
        | a federal judge authorized it     | arrest.warrant-from     | [article-iii-judge] |

    Scenario: There is no such action where nobody sues
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "act" is "[civil-arrest]"
      And the fact "civil-action.brought-by" is "arrested-person"
      When it is checked
      Then "poca28-3-action" is not-applicable because out-of-scope

    Scenario Outline: On <day> the action is <status>
      Given the practice "ice-arrest-on-the-way-to-court"
      And the fact "act" is "[civil-action]"
      And the fact "civil-action.brought-by" is "attorney-general"
      And it happened on <day>
      When it is checked
      Then "poca28-3-action" is <status>

      Examples:
        | day        | status         |
        | 2020-12-14 | not-applicable |
        | 2020-12-15 | permitted      |

@us-ny/executive-order/170.1-2018 @us-ny/directive/oca-1-2019 @us-ny/statute/vehicle-and-traffic-law-201
Feature: One warrant, three definitions

  Executive Order 170.1 counts magistrates of local, state and federal courts. The court directive counts federal judges
  and federal magistrate judges. The law on motor-vehicle records counts judges under Article III alone. So one and the
  same paper is a judicial warrant in one instrument and none in another.

  Scenario: A federal magistrate judge's warrant allows the arrest under both instruments and not the record
    Given the practice "one-warrant-three-definitions"
    When it is checked
    Then "eo170.1-b-civil-arrest" is satisfied
    And "oca2019-arrest" is satisfied
    And "vtl201-disclosure" is violated
    And the exception "article-iii-paper" fails
    And "eo170-b2-disclosure" is excused
    And the exception "required-by-law" is shown
    And the practice is violated

  Scenario Outline: A warrant from <judge>
    Given the practice "one-warrant-three-definitions"
    And the fact "arrest.warrant-from" is "[<from>]"
    And the fact "dmv-disclosure.warrant-from" is "[<from>]"
    When it is checked
    Then "eo170.1-b-civil-arrest" is <order>
    And "oca2019-arrest" is <directive>
    And "vtl201-disclosure" is <statute>

    Examples:
      | judge                      | from                     | order     | directive | statute  |
      | a federal judge            | article-iii-judge        | satisfied | satisfied | excused  |
      | a federal magistrate judge | federal-magistrate-judge | satisfied | satisfied | violated |
      | a state judge              | state-judge              | satisfied | violated  | violated |
      | a city or town judge       | local-judge              | satisfied | violated  | violated |
      | an immigration judge       | immigration-judge        | violated  | violated  | violated |
      | an immigration officer     | immigration-officer      | violated  | violated  | violated |

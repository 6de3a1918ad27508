# expect: empty-feature 1:1 | the feature has no scenario
Feature: Sales

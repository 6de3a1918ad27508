# a comment
Feature: Café

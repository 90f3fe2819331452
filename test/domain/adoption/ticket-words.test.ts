import { ticketCategories } from "#domain/adoption/ticket-category";
import { categoryIn } from "#domain/adoption/ticket-words";
import { describe, expect, test } from "vitest";

describe("H7 what a help desk's own words say a ticket was about", () => {
  test.each([
    ["How-to", "how-to"],
    ["How to use", "how-to"],
    ["Question", "how-to"],
    ["Training request", "how-to"],
    ["Anwenderfrage", "how-to"],
    ["Verständnisfrage", "how-to"],
    ["Mode d’emploi", "how-to"],
    ["Access request", "access"],
    ["Permission", "access"],
    ["Password reset", "access"],
    ["Berechtigungsantrag", "access"],
    ["Anmeldedaten", "access"],
    ["Zugriff verweigert", "access"],
    ["Problème d’accès", "access"],
    ["Mot de passe oublié", "access"],
    ["Login error", "access"],
    ["Bug", "defect"],
    ["Incident", "defect"],
    ["[System] Incident", "defect"],
    ["Defect", "defect"],
    ["Softwarefehler", "defect"],
    ["Störung", "defect"],
    ["Anomalie", "defect"],
    ["Data quality", "data"],
    ["Datenfehler", "data"],
    ["Stammdaten", "data"],
    ["Données manquantes", "data"],
    ["Duplicate", "duplicate"],
    ["Duplicate bug", "duplicate"],
    ["Duplikat", "duplicate"],
    ["Doublon", "duplicate"],
    ["SPAM", "spam"],
    ["Pourriel", "spam"],
    ["Alert", "monitoring"],
    ["Monitoring alert: data disk", "monitoring"],
    ["Überwachung", "monitoring"],
  ] as const)("%s: %s", (words, category) => {
    expect(categoryIn(words)).toBe(category);
  });

  test.each([
    "",
    "Other",
    "Task",
    "Service request",
    "Anfrage",
    "Rückruf",
    "Misc.",
    "Database server",
    "Datenschutz",
    "Question about access",
    "Bug in the data",
    "Accounting",
    "Information",
    "CRM",
  ])("“%s” says nothing, or two things at once", (words) => {
    expect(categoryIn(words)).toBeNull();
  });

  test.each(ticketCategories)("the category %s is a word for itself", (category) => {
    expect(categoryIn(category)).toBe(category);
  });
});

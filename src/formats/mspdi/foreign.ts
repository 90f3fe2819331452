import type { Element } from "./xml-tree";

export interface Foreign {
  readonly message: string;
  readonly mend: string;
}

/** Files of other planners, told by how they begin, before anybody tries to read them as XML. */
export function foreignText(text: string, name: string): Foreign | null {
  if (/^\s*ERMHDR\t/.test(text)) return primavera(`${name} is a Primavera P6 file (XER).`);
  if (text.startsWith("\u00D0\u00CF\u0011\u00E0") || text.startsWith("\u00D0\u00CF\u0011"))
    return {
      message: `${name} is MS Project's own binary format.`,
      mend: 'Open it in MS Project and save it as "XML Format (*.xml)".',
    };
  return /^\s*MPX[,;]/.test(text)
    ? { message: `${name} is the old MPX format.`, mend: 'Open it in MS Project and save it as "XML Format (*.xml)".' }
    : null;
}

/** Roots of XML that plans are known to come in, and that are no project of MS Project. */
export function foreignRoot({ name: root, attributes }: Element, name: string): Foreign {
  const isPrimavera =
    /^(APIBusinessObjects|BusinessObjects)$/.test(root) || /primavera/i.test(attributes["xmlns"] ?? "");
  if (isPrimavera) return primavera(`${name} is a Primavera P6 file (PMXML).`);
  return { message: `${name} is no MS Project file.`, mend: 'Save it from MS Project as "XML Format".' };
}

function primavera(message: string): Foreign {
  return {
    message,
    mend: "Export it from Primavera P6 as Microsoft Project XML (File, Export), or as a spreadsheet, and read that.",
  };
}

/** The seats of a CRM roadmap (M74), as its form asks for them; the first owns the plan. */
export const crmPlaces = {
  owner: "Implementation owner",
  sponsor: "Executive sponsor",
  manager: "Project manager",
  admin: "CRM administrator",
  technical: "Technical lead",
  data: "Data owner",
  change: "Change lead",
  trainer: "Trainer",
  sales: "Sales champion",
  service: "Service champion",
} as const;

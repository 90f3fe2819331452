import { crmRoadmap } from "./crm-roadmap";
import { lightChecklist } from "./light-checklist";
import { processChange } from "./process-change";
import { softwareDeployment } from "./software-deployment";
import type { Template } from "./template";
import { vendorImplementation } from "./vendor-implementation";

/** The templates that come with the product, the fullest first. */
export const templates: readonly Template[] = [
  crmRoadmap,
  vendorImplementation,
  softwareDeployment,
  processChange,
  lightChecklist,
];

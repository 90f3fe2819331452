import { configureGlobal } from "fast-check";

/** On a build server a property is tried on the same cases every time; at a desk on new ones, so that the hunt goes on. */
if (process.env["CI"] !== undefined) configureGlobal({ seed: 20_260_907 });

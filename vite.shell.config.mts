import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page the workbench shows around the app's modules. */
export default defineConfig({
  root: join(import.meta.dirname, "workbench/shell"),
  base: "/",
  plugins: [react()],
  define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
  build: {
    outDir: join(import.meta.dirname, "dist/shell"),
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 1500,
  },
});

import { z } from "zod";

// The page's policy forbids code made from strings, which zod would try with its first schema; so this is imported first.
z.config({ jitless: true });

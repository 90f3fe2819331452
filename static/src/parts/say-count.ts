export { sayCount } from "#domain/adoption/say-count";

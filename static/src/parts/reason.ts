export { sayReason } from "#domain/adoption/say-reason";

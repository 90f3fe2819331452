export function GatesScreen({ plan }: { readonly plan: string }) {
  return <p>{plan}</p>;
}

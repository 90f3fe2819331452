export function RisksScreen({ plan }: { readonly plan: string }) {
  return <p>{plan}</p>;
}

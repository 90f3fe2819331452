export default function AdoptionScreen({ plan }: { readonly plan: string }) {
  return <p>{plan}</p>;
}

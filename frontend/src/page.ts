// What moves on every page. Each part looks for what it works on and does nothing where it is missing.
import { dropText } from "./drop_text";
import { filterRows } from "./filter_rows";
import { foldFacets } from "./fold_facets";
import { keys } from "./keys";
import { linkClaims } from "./link_claims";
import { printing } from "./printing";

keys(document);
linkClaims(document);
filterRows(document);
dropText(document);
foldFacets(document);
printing(document);

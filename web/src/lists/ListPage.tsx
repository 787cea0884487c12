import Box from "@mui/material/Box";
import type { ReactNode } from "react";
import { PageBody } from "../components/PageBody.tsx";

interface ListPageProps {
  /** What is to be known before. */
  head?: ReactNode;
  /** What chooses among the rows. */
  toolbar?: ReactNode;
  /** How many rows there are, in words; empty until that is known. */
  count?: string;
  width?: number;
  children: ReactNode;
}

/** A page that is one list: what chooses among its rows, their count, and the rows. */
export function ListPage({ head, toolbar, count, width, children }: ListPageProps) {
  return (
    <PageBody gap={2} {...(width !== undefined && { width })}>
      {head}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
        {toolbar}
        {count !== undefined && (
          <Box role="status" className="tabular" sx={{ ml: "auto", color: "text.secondary", fontSize: "0.8125rem" }}>
            {count}
          </Box>
        )}
      </Box>
      {children}
    </PageBody>
  );
}

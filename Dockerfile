# lsgraph as a command beside a Neo4j that runs elsewhere. Neo4j itself is not in this image.
FROM python:3.11.15-slim-trixie

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore

# A given address, whichever it is, keeps lsgraph from starting a private server.
ENV NEO4J_URI=neo4j://neo4j:7687

RUN useradd --uid 1000 --create-home lsgraph \
    && install --directory --owner=lsgraph --group=lsgraph /pages

WORKDIR /app
COPY requirements.txt ./
RUN pip install --require-hashes -r requirements.txt

COPY pyproject.toml build_backend.py README.md LICENSE ./
COPY graph/ graph/
COPY cypher/ cypher/
COPY loaders/ loaders/
COPY visualize/ visualize/
COPY web/ web/
COPY cli/ cli/
COPY lsgraph/ lsgraph/
# The setuptools of requirements.txt builds it, so that nothing is fetched without a hash.
RUN pip install --no-deps --no-build-isolation .

USER lsgraph
WORKDIR /pages
ENTRYPOINT ["lsgraph"]
CMD ["--help"]

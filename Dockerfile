# Fahrstuhl as an image: two steps, so that nothing of the building stays in what runs.
FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /src
RUN python -m venv /opt/fahrstuhl
COPY requirements.lock .
RUN /opt/fahrstuhl/bin/pip install --require-hashes --only-binary :all: -r requirements.lock
COPY . .
RUN /opt/fahrstuhl/bin/pip install --no-build-isolation --no-deps .

FROM python:3.13-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin fahrstuhl \
    && install --directory --owner fahrstuhl --group fahrstuhl --mode 700 /data
COPY --from=build /opt/fahrstuhl /opt/fahrstuhl
ENV PATH=/opt/fahrstuhl/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    FAHRSTUHL_STORE=/data/store
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/api/v1/health', timeout=4)"]
ENTRYPOINT ["fahrstuhl"]
CMD ["serve", "--port", "8000"]
